public import Federation

/// Where a peer is dialled and who must answer there.
public struct PeerEndpoint: Sendable, Hashable {
    /// The node expected: server name of the handshake, host name of the certificate check, and
    /// the `tongzhou://` URI the certificate must carry.
    public let node: NodeName
    /// Address or host name to dial; it plays no part in the identity.
    public let host: String
    /// TCP port.
    public let port: Int
    /// The ``PeerIdentity/keyDigest`` the peer must show, or `nil` for any key the authority certified.
    public let pinnedKey: String?

    public init(node: NodeName, host: String, port: Int, pinnedKey: String? = nil) {
        self.node = node
        self.host = host
        self.port = port
        self.pinnedKey = pinnedKey
    }
}
