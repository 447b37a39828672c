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

    func run() async throws {
        guard !node.peers.isEmpty else {
            // A service that ends would end the group.
            try? await gracefulShutdown()
            return
        }
        // Shorter than for following: one slow peer must not hold up the answer of the others for long.
        let clients = PeerClients(
            node: node, connectTimeout: Self.connectTimeout, answerTimeout: Self.answerTimeout)
        try await clients.run { clients in await watch(clients.map(\.client)) }
    }

    private static let connectTimeout = Duration.seconds(5)
    private static let answerTimeout = Duration.seconds(20)

    static func clients(_ peers: [PeerConfiguration], _ credentials: TLSCredentials) throws -> [LogClient] {
        try peers.map { peer in
            let endpoint = PeerEndpoint(
                node: peer.member.node, host: peer.host, port: peer.port, pinnedKey: peer.tlsKey)
            return try LogClient(
                peer: endpoint, credentials: credentials, connectTimeout: connectTimeout, answerTimeout: answerTimeout)
        }
    }

    private func watch(_ clients: [LogClient]) async {
        var pause = Self.shortestPause
        while !Task.isCancelled {
            do {
                try await round(clients)
            } catch {
                node.logger.error(
                    "own logs cannot be compared", metadata: ["event": "own-log-damaged", "detail": "\(error)"])
            }
            let isCleared = await node.clearance.verdict == .cleared
            pause = isCleared ? Self.shortestPause : min(pause * 2, Self.longestPause)
            try? await Task.sleep(for: isCleared ? Self.pauseWhenCleared : pause)
        }
    }

    private func round(_ clients: [LogClient]) async throws {
        let inquiry = await OwnLogInquiry(
            verifiers: node.ring.verifiers, origins: node.configuration.origins, clients: clients, logger: node.logger)
        let outcome = await inquiry.ask()
        guard !Task.isCancelled else { return }
        for sighting in outcome.sightings {
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
