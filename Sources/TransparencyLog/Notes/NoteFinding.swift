/// Why a signed note or the checkpoint in it was not accepted.
public enum NoteFinding: Error, Hashable, Sendable {
    /// Not a signed note (C2SP signed-note, "Format").
    case malformed(detail: String)
    /// More bytes or more signature lines than are read.
    case tooLarge(detail: String)
    /// No signature line belongs to a trusted key.
    case noTrustedSignature(detail: String)
    /// A line under a trusted key's name and ID does not verify.
    case signatureInvalid(detail: String)
    /// Two lines under one trusted key's name and ID.
    case signatureDuplicate(detail: String)
    /// No signature of an algorithm that is required; each is named.
    case signatureMissing(detail: String)
    /// The signed text is not a checkpoint without extension lines (C2SP tlog-checkpoint).
    case checkpointMalformed(detail: String)
    /// A good checkpoint of another log.
    case checkpointWrongOrigin(detail: String)

    /// Stable identifier for logs, metrics and evidence files.
    public var code: String {
        switch self {
        case .malformed: "note-malformed"
        case .tooLarge: "note-too-large"
        case .noTrustedSignature: "note-no-trusted-signature"
        case .signatureInvalid: "note-signature-invalid"
        case .signatureDuplicate: "note-signature-duplicate"
        case .signatureMissing: "note-signature-missing"
        case .checkpointMalformed: "checkpoint-malformed"
        case .checkpointWrongOrigin: "checkpoint-wrong-origin"
        }
    }

    /// English text for the log.
    public var detail: String {
        switch self {
        case .malformed(let detail), .tooLarge(let detail), .noTrustedSignature(let detail),
            .signatureInvalid(let detail), .signatureDuplicate(let detail), .signatureMissing(let detail),
            .checkpointMalformed(let detail), .checkpointWrongOrigin(let detail):
            detail
        }
    }
}
