/// Why a proof file does not prove that an entry is in a log.
public enum EntryProofFinding: Error, Hashable, Sendable {
    /// More bytes or more hashes than are read.
    case tooLarge(detail: String)
    /// The first line names another format or version than `c2sp.org/tlog-proof@v1`.
    case unknownFormat(detail: String)
    /// Not the lines of C2SP tlog-proof, "Format".
    case malformed(detail: String)
    /// The checkpoint was not accepted.
    case checkpoint(NoteFinding)
    /// The hashes do not lead from the entry to the signed root.
    case inclusion(ProofFinding)

    /// Stable identifier for logs, metrics and scripts.
    public var code: String {
        switch self {
        case .tooLarge: "tlog-proof-too-large"
        case .unknownFormat: "tlog-proof-unknown-format"
        case .malformed: "tlog-proof-malformed"
        case .checkpoint(let finding): finding.code
        case .inclusion(let finding): finding.code
        }
    }

    /// English text for the log.
    public var detail: String {
        switch self {
        case .tooLarge(let detail), .unknownFormat(let detail), .malformed(let detail): detail
        case .checkpoint(let finding): finding.detail
        case .inclusion(let finding): finding.detail
        }
    }
}
