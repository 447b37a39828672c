import Federation
import ServiceLifecycle

/// Has own checkpoints cosigned and compares with every peer's witness, each on its own, so that one bad peer holds
/// up nobody else.
struct WitnessingService: Service {
    let node: Node
    let credentials: TLSCredentials

    func run() async throws {
        let clients = try node.peers.map { peer in
            let endpoint = PeerEndpoint(
                node: peer.member.node, host: peer.host, port: peer.port, pinnedKey: peer.tlsKey)
            return (peer, try LogClient(peer: endpoint, credentials: credentials))
        }
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                for (peer, client) in clients {
                    group.addTask {
                        var rounds = WitnessRounds(node: node, client: client, peer: peer.member)
                        await rounds.run()
                    }
                }
            }
        }
        for (_, client) in clients { await client.shutdown() }
    }
}
