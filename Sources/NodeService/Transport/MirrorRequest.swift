public import Federation
public import TransparencyLog

/// One request of a reader for a resource of a log that this node mirrors.
public struct MirrorRequest: Sendable {
    /// Who asks, by the certificate of the connection.
    public let reader: NodeName
    /// SHA-256 of the log's origin.
    public let log: ContentDigest
    /// The rest of the path as it came, never decoded or normalised.
    public let path: String

    public init(reader: NodeName, log: ContentDigest, path: String) {
        self.reader = reader
        self.log = log
        self.path = path
    }
}
