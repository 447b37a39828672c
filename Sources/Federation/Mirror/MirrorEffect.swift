public import TransparencyLog

/// What a mirror wants done. The runtime commits before it does anything else of the same step.
public enum MirrorEffect: Sendable {
    /// Fetch these and answer with `.fetched`.
    case fetch([LogResource])
    /// Make the batch durable and answer with `.committed`.
    case commit(MirrorBatch)
    /// The origin is level with its checkpoint.
    case level
    /// The mirror stands still: keep the finding and, as evidence, the offending note.
    case halt(MirrorFinding, note: [UInt8])
}
