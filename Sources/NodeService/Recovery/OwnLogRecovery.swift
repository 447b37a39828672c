import Federation
import Logging
import NodeStore
import TransparencyLog

/// Fetches missing entries of own logs back from the mirrors of peers, one after the other until nothing is missing.
struct OwnLogRecovery: Sendable {
    let node: Node
    let clients: [LogClient]

    /// `sightings` with the largest first.
    func run(_ sightings: [OwnLogSighting]) async throws {
        for sighting in sightings where sighting.isMirrored {
            guard let client = clients.first(where: { $0.peer.node == sighting.peer }),
                try sighting.size > (node.database.signedHead(of: sighting.origin)?.size ?? 0)
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

    private func fetch(_ sighting: OwnLogSighting, _ client: LogClient) async throws {
        let origin = sighting.origin
        var step = try await node.recover(origin, .checkpoint(sighting.verified.note), from: sighting.peer)
        while case .fetch(let resources) = step {
            var bodies: [[UInt8]?] = []
            for resource in resources {
                let outcome = try await client.mirrored(origin, resource)
                if case .body(let bytes, _) = outcome { bodies.append(bytes) } else { bodies.append(nil) }
            }
            step = try await node.recover(origin, .fetched(bodies), from: sighting.peer)
        }
    }
}
