/// The name of a node of the federation, such as `500000.tongzhou.test`.
///
/// Shape: 1...120 bytes of lowercase letters, digits, `-` and `.`; labels of 1...63 bytes that
/// neither begin nor end with `-`; the last label has a letter, because the name is also the TLS
/// server name and must never be read as an IP address (RFC 6066 section 3 forbids those).
public struct NodeName: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The name, ASCII only.
    public let text: String

    public var description: String { text }

    /// - Returns: `nil` when `text` does not have the shape above.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (1...120).contains(bytes.count) else { return nil }
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.allSatisfy({ Self.isLabel($0) }) else { return nil }
        guard let last = labels.last, last.contains(where: { Self.isLetter($0) }) else { return nil }
        self.text = text
    }

    public static func < (left: NodeName, right: NodeName) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        guard (1...63).contains(label.count), label.first != hyphen, label.last != hyphen else {
            return false
        }
        return label.allSatisfy { byte in
            isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == hyphen
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}
