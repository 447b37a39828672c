/// A node's name: a host name such as `500000.tongzhou.test`; also the first part of its logs' origins
/// and the name its TLS certificate carries.
public struct NodeName: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String

    /// Lower-case letters, digits, `-` and `.`, 1 to 120 bytes, no empty label.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (1...120).contains(bytes.count) else { return nil }
        for label in bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            guard let first = label.first, let last = label.last, first != UInt8(ascii: "-"),
                last != UInt8(ascii: "-"),
                label.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") })
            else { return nil }
        }
        self.text = text
    }

    public var description: String { text }

    public static func < (a: NodeName, b: NodeName) -> Bool { a.text.precedesInBytes(b.text) }
}
