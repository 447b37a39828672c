import Federation
import Logging
import TransparencyLog

/// Asks every peer what it holds of this node's own logs: its mirror and its witness.
struct OwnLogInquiry: Sendable {
    /// The keys that count as this node's.
    let keys: @Sendable (LogOrigin) -> NoteKeys
    let origins: [LogOrigin]
    let clients: [any PeerLink]
    let logger: Logger

    struct Outcome: Sendable {
        var answered: [NodeName] = []
        var silent: [(peer: NodeName, failure: TransportFailure)] = []
        var sightings: [OwnLogSighting] = []
        /// Notes that none of the known keys signed, sorted by log and peer.
        var strange: [Strange] = []
    }

    /// A peer's copy of an own log that cannot be verified here.
    struct Strange: Sendable {
        let origin: LogOrigin
        let peer: NodeName
        /// A code of what reading a checkpoint finds.
        let code: String
    }

    /// What one peer holds, or why it did not say.
    private struct Answer: Sendable {
        let peer: NodeName
        var sightings: [OwnLogSighting] = []
        var strange: [Strange] = []
        var failure: TransportFailure?
    }

    /// All peers at once, each log in turn. A peer that holds nothing has answered too.
    func ask() async -> Outcome {
        await withTaskGroup(of: Answer.self) { group in
            for client in clients { group.addTask { await ask(client) } }
            var outcome = Outcome()
            for await answer in group {
                if let failure = answer.failure {
                    outcome.silent.append((answer.peer, failure))
                } else {
                    outcome.answered.append(answer.peer)
                    outcome.sightings += answer.sightings
                    outcome.strange += answer.strange
                }
            }
            outcome.answered.sort()
            outcome.silent.sort { $0.peer < $1.peer }
            outcome.strange.sort { ($0.origin, $0.peer) < ($1.origin, $1.peer) }
            // The largest first, so that one recovery brings all there is.
            outcome.sightings.sort { ($0.size, $1.peer) > ($1.size, $0.peer) }
            return outcome
        }
    }

    private func ask(_ client: any PeerLink) async -> Answer {
        var answer = Answer(peer: client.peer.node)
        do {
            for origin in origins {
                if case .body(let note, _) = try await client.mirrored(origin, .checkpoint) {
                    take(note, origin, isMirrored: true, &answer)
                }
                if case .body(let note, _) = try await client.witnessed(origin, ifNoneMatch: nil) {
                    take(note, origin, isMirrored: false, &answer)
                }
            }
        } catch {
            answer.failure = error
        }
        return answer
    }

    /// What this node's key did not sign is no sighting: a peer cannot hold this node up with it.
    private func take(_ note: [UInt8], _ origin: LogOrigin, isMirrored: Bool, _ answer: inout Answer) {
        switch VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys(origin)) {
        case .success(let verified):
            answer.sightings.append(
                OwnLogSighting(origin: origin, peer: answer.peer, isMirrored: isMirrored, verified: verified))
        case .failure(let finding):
            if isMirrored { answer.strange.append(Strange(origin: origin, peer: answer.peer, code: finding.code)) }
            logger.warning(
                "not a checkpoint of this node",
                metadata: [
                    "event": "own-log-other-key", "log": "\(origin.text)", "peer": "\(answer.peer.text)",
                    "detail": "\(finding.code)",
                ])
        }
    }
}

extension [OwnLogInquiry.Outcome] {
    /// What all of them say together.
    var joined: OwnLogInquiry.Outcome {
        var all = OwnLogInquiry.Outcome()
        all.answered = Set(flatMap(\.answered)).sorted()
        all.silent = flatMap(\.silent)
        all.sightings = flatMap(\.sightings)
        all.strange = flatMap(\.strange)
        return all
    }
}
