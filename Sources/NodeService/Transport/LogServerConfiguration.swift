/// Where a log server listens and what it puts up with.
public struct LogServerConfiguration: Sendable {
    /// Address or host name to listen on.
    public var host: String
    /// TCP port; 0 lets the system choose, and the server reports which.
    public var port: Int
    /// Connections in total; above it, new ones wait in the system's queue.
    public var maximumConnections = 512
    /// Connections one member may hold; above it, 503.
    public var maximumConnectionsPerMember = 32
    /// Connections on which no member has asked for anything yet; above it, the oldest from where most come from
    /// is closed. Fewer than connections in total, so that nobody without a certificate keeps members out.
    public var maximumUnclaimedConnections = 256
    /// How long a connection may take to the first byte of its first request, handshake included.
    public var handshakeTimeout: Duration = .seconds(10)
    /// How long a connection may be without a complete request head.
    public var idleTimeout: Duration = .seconds(60)

    /// For a node with so many members: each follows two logs at a time, submits and compares, and dials again while
    /// an old connection is still there. Up to 48 of them what is written above is enough.
    public init(host: String, port: Int, members: Int = 0) {
        self.host = host
        self.port = port
        maximumConnections = max(maximumConnections, 128 + 8 * members)
        // After a restart of this node all of them come at once.
        maximumUnclaimedConnections = max(maximumUnclaimedConnections, maximumConnections / 2)
    }
}
