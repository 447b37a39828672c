/// Where the server takes the bytes of the logs from.
public protocol LogSource: Sendable {
    /// The resource, or `nil` for 404: not there, not allowed, or not a reader. The three cannot
    /// be told apart on the wire.
    ///
    /// - Throws: anything; the reader sees 500 without detail.
    func resource(_ request: LogRequest) async throws -> LogResourceBody?

    /// Asked for the path `checkpoint` only: waits until the entity tag differs from `knownTag` or
    /// `waitSeconds` have passed, and returns the current checkpoint, or `nil` as above.
    ///
    /// - Parameters:
    ///   - knownTag: the tag the reader holds, without quotes; `nil` means answer at once.
    ///   - waitSeconds: 0...30.
    ///
    /// Must return or throw promptly when its task is cancelled: that is how a stopping server
    /// ends parked requests.
    func checkpoint(_ request: LogRequest, knownTag: String?, waitSeconds: Int) async throws -> LogResourceBody?

    /// A resource of a log that this node mirrors, its checkpoint included, or `nil` as above.
    func mirrored(_ request: MirrorRequest) async throws -> LogResourceBody?
}

extension LogSource {
    /// A source that mirrors nothing.
    public func mirrored(_ request: MirrorRequest) async throws -> LogResourceBody? { nil }
}
