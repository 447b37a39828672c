import Federation
import ServiceLifecycle

/// Clients for all peers under the credentials in force.
///
/// Connections belong to the credentials they were made with: when these are renewed, or the authority has taken a
/// certificate back, all clients are made anew.
struct PeerClients {
    /// How long a peer may take to connect and to answer.
    enum Patience {
        case usual
        /// For asking all at once: one slow peer must not hold up the answer of the others for long.
        case brief

        var connect: Duration { self == .usual ? .seconds(10) : .seconds(5) }
        var answer: Duration { self == .usual ? .seconds(60) : .seconds(20) }
    }

    let node: Node
    var patience = Patience.usual

    /// Runs `work` with clients until the service stops, again whenever the credentials change.
    func run(_ work: @escaping @Sendable ([(peer: PeerConfiguration, client: LogClient)]) async -> Void) async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let generation = await node.trust.changed.generation
                guard let credentials = node.trust.credentials else { return }
                let clients = try Self.make(
                    node.peers, credentials, patience, onPeer: { node.trust.saw($0) },
                    onDate: { node.clocks.heard($0, from: $1, now: node.clock.now) })
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

    /// Clients that the caller shuts down.
    static func make(
        _ peers: [PeerConfiguration], _ credentials: TLSCredentials, _ patience: Patience,
        onPeer: @escaping @Sendable (PeerIdentity) -> Void = { _ in },
        onDate: @escaping @Sendable (String, NodeName) -> Void = { _, _ in }
    ) throws -> [(peer: PeerConfiguration, client: LogClient)] {
        try peers.map { peer in
            let endpoint = PeerEndpoint(
                node: peer.member.node, host: peer.host, port: peer.port, pinnedKey: peer.tlsKey)
            let client = try LogClient(
                peer: endpoint, credentials: credentials, connectTimeout: patience.connect,
                answerTimeout: patience.answer, onPeer: onPeer,
                onDate: { onDate($0, peer.member.node) })
            return (peer, client)
        }
    }
}
