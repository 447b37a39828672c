public import TransparencyLog

/// A log as a peer's witness showed it: what somebody else has been told.
public struct Sighting: Sendable {
    public let origin: LogOrigin
    /// Whose witness showed it.
    public let peer: NodeName
    /// Signed by the log's key; the note has no other lines.
    public let checkpoint: VerifiedCheckpoint
    /// When this size was first seen there.
    public let since: Timestamp

    public init(origin: LogOrigin, peer: NodeName, checkpoint: VerifiedCheckpoint, since: Timestamp) {
        self.origin = origin
        self.peer = peer
        self.checkpoint = checkpoint
        self.since = since
    }

    /// Compares with a history whose entries are held: `held` is its newest checkpoint, `reader` its hashes.
    ///
    /// Throws what the reader throws.
    public static func compare(
        _ shown: VerifiedCheckpoint, with held: VerifiedCheckpoint, _ reader: some HashReader
    ) throws -> SightingVerdict {
        let size = shown.checkpoint.size
        guard size < held.checkpoint.size else { return compare(shown, with: held) }
        let root = try Frontier(size: size, reader: reader).root
        guard root != shown.checkpoint.root else { return .agrees }
        let proof = try ConsistencyProof(from: size, to: held.checkpoint.size, reader: reader)
        return .contradicts(Contradiction(held: held, shown: shown, prefix: .init(root: root, proof: proof)))
    }

    /// Compares two notes alone: only those of one size say something about each other.
    public static func compare(_ shown: VerifiedCheckpoint, with held: VerifiedCheckpoint) -> SightingVerdict {
        let (theirs, mine) = (shown.checkpoint, held.checkpoint)
        if theirs.size == mine.size {
            return theirs.root == mine.root
                ? .agrees : .contradicts(Contradiction(held: held, shown: shown, prefix: nil))
        }
        return theirs.size > mine.size ? .ahead : .incomparable
    }
}
