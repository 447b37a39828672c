import Federation
import ServiceLifecycle

/// Follows every log of every peer, each on its own, so that one bad peer holds up nobody else.
struct FollowingService: Service {
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
                    for origin in peer.logs {
                        group.addTask { await LogFollower(node: node, client: client, origin: origin).run() }
                    }
                }
            }
        }
        for (_, client) in clients { await client.shutdown() }
    }
}
