/// A decimal number exactly as somebody wrote it.
///
/// Form: `-?digits[.digits]`, without exponent, plus sign or leading zeros (a single `0` before the point
/// excepted), with at most 18 digits (a lone `0` before the point not counted). The text is kept because
/// `1.50` says more about a measurement than `1.5`; equality and order go by value.
public struct ExactDecimal: Hashable, Comparable, Sendable {
    /// The number as written.
    public let text: String
    /// The digits without the point, signed.
    let mantissa: Int64
    /// How many of the digits stand behind the point, 0…18.
    let decimals: Int

    /// Nil where the text has another form or too many digits.
    public init?(_ text: String) {
        var rest = Substring(text).utf8
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest.removeFirst() }
        let parts = rest.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty else { return nil }
        if whole.count > 1 && whole.first == UInt8(ascii: "0") { return nil }
        let fraction = parts.count == 2 ? parts[1] : Substring().utf8
        if parts.count == 2 && fraction.isEmpty { return nil }
        let wholeDigits = whole.first == UInt8(ascii: "0") ? 0 : whole.count
        guard wholeDigits + fraction.count <= 18 else { return nil }
        var value: Int64 = 0
        for part in [whole, fraction] {
            for byte in part {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                value = value * 10 + Int64(byte - UInt8(ascii: "0"))
            }
        }
        self.text = text
        mantissa = isNegative ? -value : value
        decimals = fraction.count
    }

    public var rational: Rational {
        Rational(Int(mantissa), decimals: decimals)
    }

    public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
        left.aligned == right.aligned
    }

    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        left.aligned < right.aligned
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(aligned)
    }

    /// The value in units of 10^-18, which 36 digits hold exactly.
    private var aligned: Int128 {
        Int128(mantissa) * Int128(PowersOfTen.int64(18 - decimals))
    }
}
