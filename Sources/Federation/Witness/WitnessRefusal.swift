public import TransparencyLog

/// Why a witness did not cosign, with the status codes of C2SP tlog-witness.
public enum WitnessRefusal: Error, Hashable, Sendable {
    /// 400: the body has not the one form.
    case malformed(NoteFinding)
    /// 404: no log of a member.
    case unknownLog
    /// 403: no line of the log's key, or one that does not verify.
    case notSigned(NoteFinding)
    /// 400: the proof starts from a tree that is larger than the checkpoint's.
    case oldSizeTooLarge
    /// 409: the proof does not start from the tree last cosigned, whose size is given.
    case conflict(size: Int)
    /// 422: size 0 with another root than the empty tree's.
    case emptyTreeRoot
    /// 422: the tree does not continue the one last cosigned, or the proof does not show it.
    case inconsistent(ProofFinding)
    /// 422: a checkpoint of an own log that this node has not signed, although its key has.
    case notSignedHere
    /// 503: this node's clock is behind the last cosignature.
    case clockBehind
    /// 503: this node may have been put back to an earlier state, and its witness with it.
    case notCleared

    /// HTTP status code.
    public var status: Int {
        switch self {
        case .malformed, .oldSizeTooLarge: 400
        case .notSigned: 403
        case .unknownLog: 404
        case .conflict: 409
        case .emptyTreeRoot, .inconsistent, .notSignedHere: 422
        case .clockBehind, .notCleared: 503
        }
    }

    /// Stable identifier for logs.
    public var code: String {
        switch self {
        case .malformed: "witness-malformed"
        case .unknownLog: "witness-unknown-log"
        case .notSigned: "witness-not-signed"
        case .oldSizeTooLarge: "witness-old-size-too-large"
        case .conflict: "witness-conflict"
        case .emptyTreeRoot: "witness-empty-tree-root"
        case .inconsistent: "witness-inconsistent"
        case .notSignedHere: "witness-not-signed-here"
        case .clockBehind: "witness-clock-behind"
        case .notCleared: "witness-not-cleared"
        }
    }

    /// English text for the log.
    public var detail: String {
        switch self {
        case .malformed(let finding), .notSigned(let finding): "\(finding.code): \(finding.detail)"
        case .inconsistent(let finding): "\(finding.code): \(finding.detail)"
        case .conflict(let size): "last cosigned size \(size)"
        case .unknownLog, .oldSizeTooLarge, .emptyTreeRoot, .notSignedHere, .clockBehind, .notCleared: ""
        }
    }
}
