/// Why the bytes of an entry are not understood. They are mirrored verbatim all the same.
public struct EntryProblem: Error, Sendable {
    public enum Code: String, Sendable {
        case tooLarge = "entry-too-large"
        case notCanonical = "entry-not-canonical"
        case unknownKind = "entry-unknown-kind"
        case unknownVersion = "entry-unknown-version"
        case fieldMissing = "entry-field-missing"
        case fieldInvalid = "entry-field-invalid"
        case fieldUnknown = "entry-field-unknown"
        case otherLog = "entry-other-log"
    }

    public let code: Code
    /// The field, the kind or the byte offset concerned.
    public let detail: String

    public init(_ code: Code, _ detail: String) {
        self.code = code
        self.detail = detail
    }
}
