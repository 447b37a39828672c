/// Why bytes are not a canonical JSON document.
public struct JSONProblem: Error, Equatable, Sendable {
    public enum Code: String, Sendable {
        case notUTF8 = "json-not-utf8"
        case syntax = "json-syntax"
        case number = "json-number"
        case duplicateName = "json-duplicate-name"
        case tooDeep = "json-too-deep"
        case notCanonical = "json-not-canonical"
    }

    public let code: Code
    /// Byte offset of the first byte that could not be accepted.
    public let offset: Int
}
