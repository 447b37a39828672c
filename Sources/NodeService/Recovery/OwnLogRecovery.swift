import Federation
import Logging
import NodeStore
import TransparencyLog

/// Fetches missing entries of own logs back from the mirrors of peers, one after the other until nothing is missing.
struct OwnLogRecovery: Sendable {
    let node: Node
    let clients: [any PeerLink]
    /// Bytes of bundles that are held at a time. A bundle in a file has the tiles of its own chunks only.
    var limit = Mirror.chunkBytes
    /// Shown where a person waits for it.
    var progress: ProgressLine?

    /// `sightings` with the largest first.
    func run(_ sightings: [OwnLogSighting]) async throws {
        for sighting in sightings where sighting.isMirrored {
            guard let client = clients.first(where: { $0.peer.node == sighting.peer }),
                try sighting.size > (node.database.signedHead(of: sighting.origin)?.size ?? 0),
                await node.isWanted(sighting.origin, sighting.size)
            else { continue }
            do {
                try await fetch(sighting, client)
            } catch let failure as TransportFailure {
                node.logger.warning(
                    "recovery from this peer failed",
                    metadata: [
                        "event": "recovery-failed", "log": "\(sighting.origin.text)", "peer": "\(sighting.peer.text)",
                        "detail": "\(failure)",
                    ])
            }
        }
    }

    private func fetch(_ sighting: OwnLogSighting, _ client: any PeerLink) async throws {
        let origin = sighting.origin
        progress?.begin(zh: "找回 \(origin.text)", en: "\(origin.text) fetched back")
        defer { progress?.end() }
        var step = try await node.recover(origin, .checkpoint(sighting.verified.note), from: sighting.peer)
        while case .fetch(let resources) = step {
            let answer = try await ChunkFetch(concurrency: 1, limit: limit) { resource in
                guard case .body(let bytes, _) = try await client.mirrored(origin, resource) else { return nil }
                return bytes
            }.bodies(of: resources)
            step = try await node.recover(origin, answer.event, from: sighting.peer)
            progress?.show(try node.database.signedHead(of: origin)?.size ?? 0, of: sighting.size)
        }
    }
}
