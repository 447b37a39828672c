public import TransparencyLog

/// `scheme` 核算方案: the whole text of an agreement's rules; its SHA-256 is what parties sign.
public struct SchemeEntry: EntryBody {
    static let kind = "scheme"
    /// Leaves room for the envelope and for JSON escapes within 65 535 bytes.
    public static let largestText = 60_000

    public let text: String

    public init(text: String) { self.text = text }

    /// SHA-256 of the text's UTF-8 bytes, as `sha256sum` of the scheme file prints it.
    public var digest: ContentDigest { ContentDigest(of: Array(text.utf8)) }

    init(fields: inout FieldReader) throws(EntryProblem) {
        text = try fields.string("text", limit: Self.largestText)
    }

    var fields: [(String, JSONValue?)] { [("text", .string(text))] }
}
