/// Entity tags and the `If-None-Match` field (RFC 9110 sections 8.8.3 and 13.1.2).
enum EntityTag {
    /// The tag as a field value, or `nil` when it has a character a tag cannot have.
    static func quoted(_ tag: String) -> String? {
        tag.utf8.allSatisfy { isTagByte($0) } ? "\"\(tag)\"" : nil
    }

    /// The tags of a field value, without quotes and weakness marks; empty when the field is
    /// absent, `*` or malformed, which simply leads to a full answer.
    static func list(_ field: String?) -> [String] {
        guard let field else { return [] }
        var tags: [String] = []
        for item in field.utf8.split(separator: UInt8(ascii: ",")) {
            guard let tag = unquoted(String(decoding: item, as: UTF8.self)) else { return [] }
            tags.append(tag)
        }
        return tags
    }

    /// One tag without quotes and weakness mark, or `nil` when it is not a tag.
    static func unquoted(_ text: String) -> String? {
        var bytes = Array(text.utf8)[...]
        let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t")]
        while let first = bytes.first, blanks.contains(first) { bytes.removeFirst() }
        while let last = bytes.last, blanks.contains(last) { bytes.removeLast() }
        if bytes.starts(with: Array("W/".utf8)) { bytes.removeFirst(2) }
        let quote = UInt8(ascii: "\"")
        guard bytes.count >= 2, bytes.first == quote, bytes.last == quote else { return nil }
        let inner = bytes.dropFirst().dropLast()
        return inner.allSatisfy { isTagByte($0) } ? String(decoding: inner, as: UTF8.self) : nil
    }

    /// Visible ASCII except the quote and the comma. RFC 9110 allows the comma too; a log's tags
    /// are hashes and need none, so a list can be split at every comma.
    private static func isTagByte(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ",")
    }
}
