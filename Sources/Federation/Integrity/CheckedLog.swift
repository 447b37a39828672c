public import TransparencyLog

/// How far one log was checked and what it came to.
public struct CheckedLog: Sendable {
    public let origin: LogOrigin
    public let own: Bool
    /// Entries stored when the check began.
    public let size: Int
    /// Root over those entries; `nil` when it could not be computed.
    public let root: MerkleHash?
    /// Size of the newest kept checkpoint; `nil` before the first.
    public let signedSize: Int?
    /// Checkpoints whose signature and root were verified.
    public let checkpoints: Int

    public init(origin: LogOrigin, own: Bool, size: Int, root: MerkleHash?, signedSize: Int?, checkpoints: Int) {
        self.origin = origin
        self.own = own
        self.size = size
        self.root = root
        self.signedSize = signedSize
        self.checkpoints = checkpoints
    }
}
