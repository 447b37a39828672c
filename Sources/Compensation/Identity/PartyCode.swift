/// The GB/T 2260 code of a party: six digits, the first not zero (`500000` 重庆市).
public struct PartyCode: Hashable, Comparable, Sendable {
    public let text: String

    /// Nil unless the text is six ASCII digits of which the first is not zero.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.count == 6, bytes.first != UInt8(ascii: "0"),
            bytes.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
        else { return nil }
        self.text = text
    }

    public static func < (left: PartyCode, right: PartyCode) -> Bool {
        UTF8Order.isAscending(left.text, right.text)
    }
}
