import Federation
import Logging
import TransparencyLog

/// Asks every peer what it holds of this node's own logs: its mirror and its witness.
struct OwnLogInquiry: Sendable {
    /// The keys that count as this node's.
    let verifiers: @Sendable (LogOrigin) -> [NoteVerifier]
    let origins: [LogOrigin]
    let clients: [LogClient]
    let logger: Logger

    struct Outcome: Sendable {
        var answered: [NodeName] = []
        var silent: [(peer: NodeName, failure: TransportFailure)] = []
        var sightings: [OwnLogSighting] = []
    }

    /// All peers at once, each log in turn. A peer that holds nothing has answered too.
    func ask() async -> Outcome {
        await withTaskGroup(of: (NodeName, Result<[OwnLogSighting], TransportFailure>).self) { group in
            for client in clients {
                group.addTask {
                    do throws(TransportFailure) {
                        return (client.peer.node, .success(try await ask(client)))
                    } catch {
                        return (client.peer.node, .failure(error))
                    }
                }
            }
            var outcome = Outcome()
            for await (peer, result) in group {
                switch result {
                case .success(let sightings):
                    outcome.answered.append(peer)
                    outcome.sightings += sightings
                case .failure(let failure): outcome.silent.append((peer, failure))
                }
            }
            outcome.answered.sort()
            outcome.silent.sort { $0.peer < $1.peer }
            // The largest first, so that one recovery brings all there is.
            outcome.sightings.sort { ($0.size, $1.peer) > ($1.size, $0.peer) }
            return outcome
        }
    }

    private func ask(_ client: LogClient) async throws(TransportFailure) -> [OwnLogSighting] {
        var sightings: [OwnLogSighting] = []
        for origin in origins {
            if case .body(let note, _) = try await client.mirrored(origin, .checkpoint),
                let sighting = open(note, origin, client.peer.node, isMirrored: true)
            {
                sightings.append(sighting)
            }
            if case .body(let note, _) = try await client.witnessed(origin, ifNoneMatch: nil),
                let sighting = open(note, origin, client.peer.node, isMirrored: false)
            {
                sightings.append(sighting)
            }
        }
        return sightings
    }

    /// What this node's key did not sign is no sighting: a peer cannot hold this node up with it.
    private func open(_ note: [UInt8], _ origin: LogOrigin, _ peer: NodeName, isMirrored: Bool) -> OwnLogSighting? {
        switch VerifiedCheckpoint.open(note: note, origin: origin.text, keys: verifiers(origin)) {
        case .success(let verified):
            return OwnLogSighting(origin: origin, peer: peer, isMirrored: isMirrored, verified: verified)
        case .failure(let finding):
            logger.warning(
                "not a checkpoint of this node",
                metadata: [
                    "event": "own-log-other-key", "log": "\(origin.text)", "peer": "\(peer.text)",
                    "detail": "\(finding.code)",
                ])
            return nil
        }
    }
}
