import Federation
import ServiceLifecycle

/// Clients for all peers under the credentials in force.
///
/// Connections belong to the credentials they were made with: when these are renewed, or the authority has taken a
/// certificate back, all clients are made anew.
struct PeerClients {
    let node: Node
    var connectTimeout = Duration.seconds(10)
    var answerTimeout = Duration.seconds(60)

    /// Runs `work` with clients until the service stops, again whenever the credentials change.
    func run(_ work: @escaping @Sendable ([(peer: PeerConfiguration, client: LogClient)]) async -> Void) async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let generation = await node.trust.changed.generation
                guard let credentials = node.trust.credentials else { return }
                let clients = try clients(credentials)
                await withTaskGroup(of: Void.self) { group in
                    group.addTask { await work(clients) }
                    group.addTask { await node.trust.changed.changed(since: generation) }
                    while await group.next() != nil, await node.trust.changed.generation == generation,
                        !Task.isCancelled
                    {}
                    group.cancelAll()
                }
                for (_, client) in clients { await client.shutdown() }
            }
        }
    }

    private func clients(_ credentials: TLSCredentials) throws -> [(peer: PeerConfiguration, client: LogClient)] {
        let trust = node.trust
        return try node.peers.map { peer in
            let endpoint = PeerEndpoint(
                node: peer.member.node, host: peer.host, port: peer.port, pinnedKey: peer.tlsKey)
            let client = try LogClient(
                peer: endpoint, credentials: credentials, connectTimeout: connectTimeout, answerTimeout: answerTimeout
            ) { trust.saw($0) }
            return (peer, client)
        }
    }
}
