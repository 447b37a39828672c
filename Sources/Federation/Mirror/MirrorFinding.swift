/// Why a mirror does not follow its origin. Detail is log text in English; wording for people is the catalogue's.
public struct MirrorFinding: Error, Equatable, Sendable {
    public enum Code: String, Sendable, CaseIterable {
        /// The checkpoint is not a note this log's key signed, or not a checkpoint of this log.
        case checkpointInvalid = "mirror-checkpoint-invalid"
        /// A validly signed checkpoint smaller than one already verified.
        case shrank = "mirror-shrank"
        /// Two validly signed checkpoints that cannot both be of one history, whatever their sizes: evidence that anyone
        /// can check.
        case forked = "mirror-forked"
        /// The signed checkpoint cannot be proven to continue the mirrored history, which itself ends at no checkpoint, so
        /// that there are no two notes to prove it with.
        case inconsistent = "mirror-inconsistent"
        /// The checkpoint continues the history, but the entries served are not those it signs.
        case entriesAltered = "mirror-entries-altered"
        /// A resource implied by the checkpoint is missing or malformed.
        case resourceInvalid = "mirror-resource-invalid"
    }

    public let code: Code
    public let detail: String

    public init(_ code: Code, _ detail: String) {
        self.code = code
        self.detail = detail
    }

    /// A fork is proven by two signatures and never healed by waiting; everything else may be repaired by the origin.
    public var isFinal: Bool { code == .forked }

    public static func == (a: MirrorFinding, b: MirrorFinding) -> Bool { a.code == b.code }
}
