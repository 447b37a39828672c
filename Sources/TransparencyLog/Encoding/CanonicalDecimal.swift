/// Non-negative decimal numbers as C2SP writes them: ASCII digits, no sign, no leading zero.
enum CanonicalDecimal {
    /// The number, or nil when the digits are not canonical or the value exceeds `limit`.
    static func parse(_ digits: some Collection<UInt8>, limit: Int) -> Int? {
        guard let first = digits.first else { return nil }
        if first == UInt8(ascii: "0") { return digits.count == 1 ? 0 : nil }
        var value = 0
        for digit in digits {
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
            let (shifted, tooWide) = value.multipliedReportingOverflow(by: 10)
            let (next, tooLarge) = shifted.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
            guard !tooWide, !tooLarge, next <= limit else { return nil }
            value = next
        }
        return value
    }
}
