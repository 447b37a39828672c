public import TransparencyLog

/// Two notes of one log that cannot both be true: what evidence is made of.
public struct Contradiction: Sendable {
    /// The root that the larger tree has at the smaller size, and the proof between that and the larger tree's.
    public struct Prefix: Sendable {
        public let root: MerkleHash
        public let proof: ConsistencyProof
    }

    /// The note this node holds to.
    public let held: VerifiedCheckpoint
    /// The note that contradicts it.
    public let shown: VerifiedCheckpoint
    /// `nil` when both notes have one size.
    public let prefix: Prefix?

    /// English text for the log.
    public var detail: String {
        let (held, shown) = (held.checkpoint, shown.checkpoint)
        return held.size == shown.size
            ? "two roots signed at size \(held.size)"
            : "the root signed at size \(shown.size) is not that of the history signed at size \(held.size)"
    }
}
