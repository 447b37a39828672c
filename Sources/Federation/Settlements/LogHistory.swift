public import TransparencyLog

/// What the store knows about the past of the logs it holds.
public protocol LogHistory: Sendable {
    /// The root of `log` when it had `size` entries; `nil` when the log is not held that far.
    func root(of log: LogOrigin, at size: Int) throws -> MerkleHash?
}
