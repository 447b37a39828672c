import Federation
import ServiceLifecycle

/// Follows every log of every peer, each on its own, so that one bad peer holds up nobody else.
struct FollowingService: Service {
    let node: Node

    func run() async throws {
        try await PeerClients(node: node).run { clients in
            await follow(clients)
        }
    }

    /// Until the task is cancelled.
    func follow(_ clients: [(peer: PeerConfiguration, client: any PeerLink)]) async {
        await withTaskGroup(of: Void.self) { group in
            for (peer, client) in clients {
                for origin in peer.logs {
                    group.addTask { await LogFollower(node: node, client: client, origin: origin).run() }
                }
            }
        }
    }
}
