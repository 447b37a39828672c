/// The audience of a log: `common`, `central`, or the agreement it serves.
public struct ChannelName: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String

    /// What every member reads of every member.
    public static let common = ChannelName(known: "common")
    /// The centre's words that every member reads.
    public static let central = ChannelName(known: "central")

    private init(known text: String) { self.text = text }

    /// Lower-case letters, digits and `-`, 1 to 40 bytes.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (1...40).contains(bytes.count),
            bytes.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        self.text = text
    }

    public var description: String { text }

    public static func < (a: ChannelName, b: ChannelName) -> Bool { a.text.precedesInBytes(b.text) }
}
