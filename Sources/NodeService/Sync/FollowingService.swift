import Federation
import ServiceLifecycle

/// Follows every log of every peer, each on its own, so that one bad peer holds up nobody else.
///
/// Connections belong to the credentials they were made with: when these are renewed, or the authority has taken a
/// certificate back, all clients are made anew.
struct FollowingService: Service {
    let node: Node

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let generation = await node.trust.changed.generation
                guard let credentials = node.trust.credentials else { return }
                try await follow(with: credentials, until: generation)
            }
        }
    }

    private func follow(with credentials: TLSCredentials, until generation: Int) async throws {
        let trust = node.trust
        let clients = try node.peers.map { peer in
            let endpoint = PeerEndpoint(
                node: peer.member.node, host: peer.host, port: peer.port, pinnedKey: peer.tlsKey)
            return (peer, try LogClient(peer: endpoint, credentials: credentials) { trust.saw($0) })
        }
        await withTaskGroup(of: Void.self) { group in
            for (peer, client) in clients {
                for origin in peer.logs {
                    group.addTask { await LogFollower(node: node, client: client, origin: origin).run() }
                }
            }
            group.addTask { await trust.changed.changed(since: generation) }
            while await group.next() != nil, await trust.changed.generation == generation, !Task.isCancelled {}
            group.cancelAll()
        }
        for (_, client) in clients { await client.shutdown() }
    }
}
