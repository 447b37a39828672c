/// What a peer's witness answered to `add-checkpoint`.
package enum WitnessReply: Sendable, Equatable {
    /// Cosignature lines, not verified.
    case cosigned([UInt8])
    /// The witness has last cosigned a tree of this size.
    case conflict(size: Int)
    /// Another status code of tlog-witness.
    case refused(status: Int)
}
