/// Why a Merkle proof does not prove what it claims.
public enum ProofFinding: Error, Hashable, Sendable {
    /// The leaf index or the sizes do not describe a tree.
    case outOfRange(detail: String)
    /// More or fewer hashes than the sizes call for.
    case wrongLength(detail: String)
    /// The proof leads to another root for the older tree of a consistency proof.
    case oldRootMismatch(detail: String)
    /// The proof leads to another root for the tree, or the newer one of two.
    case rootMismatch(detail: String)

    /// Stable identifier for logs, metrics and evidence files.
    public var code: String {
        switch self {
        case .outOfRange: "proof-out-of-range"
        case .wrongLength: "proof-wrong-length"
        case .oldRootMismatch: "proof-old-root-mismatch"
        case .rootMismatch: "proof-root-mismatch"
        }
    }

    /// English text for the log.
    public var detail: String {
        switch self {
        case .outOfRange(let detail), .wrongLength(let detail), .oldRootMismatch(let detail),
            .rootMismatch(let detail):
            detail
        }
    }
}
