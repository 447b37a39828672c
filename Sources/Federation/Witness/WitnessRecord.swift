public import TransparencyLog

/// The largest consistent tree of one log that this node's witness has cosigned.
public struct WitnessRecord: Sendable, Equatable {
    public let size: Int
    public let root: MerkleHash
    /// The checkpoint with the log's verified lines and the witness's own.
    public let note: [UInt8]
    /// When, in POSIX seconds; the witness never cosigns this log with an earlier time.
    public let cosigned: Int64

    public init(size: Int, root: MerkleHash, note: [UInt8], cosigned: Int64) {
        self.size = size
        self.root = root
        self.note = note
        self.cosigned = cosigned
    }

    /// What is kept after cosigning; `note` has the log's lines only.
    public init(_ checkpoint: Checkpoint, note: [UInt8], cosignatures: [Cosignature], at time: Int64) {
        self.init(
            size: checkpoint.size, root: checkpoint.root, note: note + cosignatures.flatMap(\.line), cosigned: time)
    }
}
