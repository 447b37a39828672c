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
    /// How long a connection may take to the first byte of its first request, handshake included.
    public var handshakeTimeout: Duration = .seconds(10)
    /// How long a connection may be without a complete request head.
    public var idleTimeout: Duration = .seconds(60)

    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }
}
