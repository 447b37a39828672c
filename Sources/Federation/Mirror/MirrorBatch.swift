public import TransparencyLog

/// Verified entries ready to be stored, and the checkpoint they reach, if they reach it.
public struct MirrorBatch: Sendable {
    public let batch: LogBatch
    /// Present when the batch ends exactly at the verified checkpoint.
    public let checkpoint: VerifiedCheckpoint?
}
