import Federation
import ServiceLifecycle

/// Has own checkpoints cosigned and compares with every peer's witness, each on its own, so that one bad peer holds
/// up nobody else.
struct WitnessingService: Service {
    let node: Node

    func run() async throws {
        try await PeerClients(node: node).run { clients in
            await withTaskGroup(of: Void.self) { group in
                for (peer, client) in clients {
                    group.addTask {
                        var rounds = WitnessRounds(node: node, client: client, peer: peer.member)
                        await rounds.run()
                    }
                }
            }
        }
    }
}
