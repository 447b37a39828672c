public import Federation

/// One request of a reader for a resource of a log.
public struct LogRequest: Sendable {
    /// Who asks, by the certificate of the connection.
    public let reader: NodeName
    /// The channel of the log, such as `common`.
    public let channel: String
    /// The epoch of the log, such as `2026`.
    public let epoch: String
    /// The rest of the path as it came, never decoded or normalised, such as `tile/0/x001/067.p/3`.
    public let path: String

    public init(reader: NodeName, channel: String, epoch: String, path: String) {
        self.reader = reader
        self.channel = channel
        self.epoch = epoch
        self.path = path
    }
}
