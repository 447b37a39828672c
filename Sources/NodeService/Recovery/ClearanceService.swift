import Federation
import Logging
import ServiceLifecycle
import TransparencyLog

/// Asks the peers about the own logs: until the node is cleared for signing, and every so often after that, because
/// a copied key shows itself only when both copies have signed.
struct ClearanceService: Service {
    let node: Node

    private static let shortestPause = Duration.milliseconds(500)
    private static let longestPause = Duration.seconds(10)
    private static let pauseWhenCleared = Duration.seconds(15)
    /// Peers asked in one round once the node is cleared; the next ones in the next.
    private static let peersWhenCleared = 64

    func run() async throws {
        guard !node.peers.isEmpty else {
            // A service that ends would end the group.
            try? await gracefulShutdown()
            return
        }
        try await PeerClients(node: node, patience: .brief).run { clients in await watch(clients.map(\.client)) }
    }

    func watch(_ clients: [any PeerLink]) async {
        var pause = Self.shortestPause
        var rota = Rota()
        while !Task.isCancelled {
            do {
                let isCleared = await node.clearance.verdict == .cleared
                try await round(isCleared ? rota.next(Self.peersWhenCleared, of: clients) : clients)
            } catch {
                node.logger.error(
                    "own logs cannot be compared", metadata: ["event": "own-log-damaged", "detail": "\(error)"])
            }
            let isCleared = await node.clearance.verdict == .cleared
            pause = isCleared ? Self.shortestPause : min(pause * 2, Self.longestPause)
            try? await node.clock.sleep(for: isCleared ? Self.pauseWhenCleared : pause)
        }
    }

    private func round(_ clients: [any PeerLink]) async throws {
        let inquiry = try await OwnLogInquiry(
            keys: node.ownNoteKeys, origins: node.ownLogsToAskFor(), clients: clients, logger: node.logger)
        let outcome = await inquiry.ask()
        guard !Task.isCancelled else { return }
        for sighting in outcome.sightings where sighting.counts(node.configuration) {
            let checkpoint = sighting.verified.checkpoint
            try await node.ownLogSeen(
                sighting.origin, size: checkpoint.size, root: checkpoint.root, note: sighting.verified.note,
                peer: sighting.peer)
        }
        try await node.asked(answers: outcome.answered)
        if case .recovering = await node.clearance.verdict {
            try await OwnLogRecovery(node: node, clients: clients).run(outcome.sightings)
        }
    }
}
