/// The short name of an agreement, such as `youshui-2019`: the identifier its scheme declares.
public struct AgreementID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String

    /// Lower-case letters, digits and `-`, 1 to 60 bytes.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (1...60).contains(bytes.count),
            bytes.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        self.text = text
    }

    public var description: String { text }

    public static func < (a: AgreementID, b: AgreementID) -> Bool { a.text.precedesInBytes(b.text) }
}
