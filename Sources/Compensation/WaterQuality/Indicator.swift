/// What is measured: an item such as dissolved oxygen 溶解氧, with the unit and the decimals it is shown with.
///
/// A value, not a closed list: other elements than water register indicators of their own. Identity is the code.
public struct Indicator: Hashable, Comparable, Sendable {
    /// Stable code in files and logs: `codmn`.
    public let code: String
    /// As written in tables and schemes: `CODMn`.
    public let symbol: String
    public let name: Bilingual
    /// `mg/L`; empty for a number without unit.
    public let unit: String
    /// Decimals of a displayed value, 0…18.
    public let decimals: Int

    public init(code: String, symbol: String, name: Bilingual, unit: String, decimals: Int) {
        self.code = code
        self.symbol = symbol
        self.name = name
        self.unit = unit
        self.decimals = min(max(decimals, 0), 18)
    }

    /// The value as the national bulletin shows it: rounded half to even (GB/T 8170-2008); a value too
    /// small for the decimals keeps its first digit instead of becoming zero.
    public func displayed(_ value: Rational) -> String {
        let usual = value.rounded(decimals: decimals, rule: .halfEven)
        guard !value.isZero, usual.utf8.allSatisfy({ $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") })
        else { return usual }
        for places in (decimals + 1)...(decimals + 20) {
            let finer = value.rounded(decimals: places, rule: .halfEven)
            if finer.utf8.contains(where: { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }) {
                return finer
            }
        }
        return usual
    }

    public static func == (left: Indicator, right: Indicator) -> Bool {
        UTF8Order.areEqual(left.code, right.code)
    }

    public static func < (left: Indicator, right: Indicator) -> Bool {
        UTF8Order.isAscending(left.code, right.code)
    }

    public func hash(into hasher: inout Hasher) {
        UTF8Order.hash(code, into: &hasher)
    }
}
