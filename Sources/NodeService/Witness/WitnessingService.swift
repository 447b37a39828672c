import Federation
import ServiceLifecycle

/// Has own checkpoints cosigned and compares with every peer's witness, each on its own, so that one bad peer holds
/// up nobody else. Begins anew when the credentials change, like `FollowingService`.
struct WitnessingService: Service {
    let node: Node

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let generation = await node.trust.changed.generation
                guard let credentials = node.trust.credentials else { return }
                try await witness(with: credentials, until: generation)
            }
        }
    }

    private func witness(with credentials: TLSCredentials, until generation: Int) async throws {
        let trust = node.trust
        let clients = try node.peers.map { peer in
            let endpoint = PeerEndpoint(
                node: peer.member.node, host: peer.host, port: peer.port, pinnedKey: peer.tlsKey)
            return (peer, try LogClient(peer: endpoint, credentials: credentials) { trust.saw($0) })
        }
        await withTaskGroup(of: Void.self) { group in
            for (peer, client) in clients {
                group.addTask {
                    var rounds = WitnessRounds(node: node, client: client, peer: peer.member)
                    await rounds.run()
                }
            }
            group.addTask { await trust.changed.changed(since: generation) }
            while await group.next() != nil, await trust.changed.generation == generation, !Task.isCancelled {}
            group.cancelAll()
        }
        for (_, client) in clients { await client.shutdown() }
    }
}
