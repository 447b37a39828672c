public import Federation

/// What metrics say beside the status report: facts of the process and its machine.
public struct ServiceFacts: Sendable {
    public let version: String
    public let started: Timestamp
    /// Bytes of `log.sqlite` with its write-ahead log.
    public let storeBytes: Int64
    /// Bytes left on the file system of the data folder; `nil` where the system does not say.
    public let freeBytes: Int64?
    /// Until when the TLS certificates of this node and of peers as last seen are good.
    public let certificateEnds: [(node: NodeName, end: Timestamp)]
    public let isReady: Bool

    public init(
        version: String, started: Timestamp, storeBytes: Int64, freeBytes: Int64?,
        certificateEnds: [(node: NodeName, end: Timestamp)], isReady: Bool
    ) {
        self.version = version
        self.started = started
        self.storeBytes = storeBytes
        self.freeBytes = freeBytes
        self.certificateEnds = certificateEnds
        self.isReady = isReady
    }
}
