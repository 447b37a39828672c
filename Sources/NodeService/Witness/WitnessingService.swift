import Federation
import ServiceLifecycle

/// Has own checkpoints cosigned and compares with every peer's witness, each on its own, so that one bad peer holds
/// up nobody else.
struct WitnessingService: Service {
    let node: Node

    func run() async throws {
        try await PeerClients(node: node).run { clients in
            await witness(clients)
        }
    }

    /// Until the task is cancelled.
    func witness(_ clients: [(peer: PeerConfiguration, client: any PeerLink)]) async {
        await withTaskGroup(of: Void.self) { group in
            for (place, (peer, client)) in clients.enumerated() {
                group.addTask {
                    var rounds = WitnessRounds(node: node, client: client, peer: peer.member, place: place)
                    await rounds.run()
                }
            }
        }
    }
}
