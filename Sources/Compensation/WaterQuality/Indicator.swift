/// What is measured: an item such as dissolved oxygen 溶解氧, with the unit and the decimals it is shown with.
///
/// A value, not a closed list: other elements than water register indicators of their own. Identity is the code.
public struct Indicator: Hashable, Comparable, Sendable {
    /// Kept apart so that every measured value carries a reference and not five texts.
    private final class Facts: Sendable {
        let code: String
        let symbol: String
        let name: Bilingual
        let unit: String
        let decimals: Int

        init(code: String, symbol: String, name: Bilingual, unit: String, decimals: Int) {
            self.code = code
            self.symbol = symbol
            self.name = name
            self.unit = unit
            self.decimals = decimals
        }
    }

    private let facts: Facts
    /// The rank of the code among `TableOneCodes`; negative for any other. Ranked indicators are compared by
    /// rank, so that classifying compares no texts.
    let rank: Int

    public init(code: String, symbol: String, name: Bilingual, unit: String, decimals: Int) {
        facts = Facts(code: code, symbol: symbol, name: name, unit: unit, decimals: min(max(decimals, 0), 18))
        rank = TableOneCodes.rank(of: code) ?? -1
    }

    /// Stable code in files and logs: `codmn`.
    public var code: String { facts.code }
    /// As written in tables and schemes: `CODMn`.
    public var symbol: String { facts.symbol }
    public var name: Bilingual { facts.name }
    /// `mg/L`; empty for a number without unit.
    public var unit: String { facts.unit }
    /// Decimals of a displayed value, 0…18.
    public var decimals: Int { facts.decimals }

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
        if left.rank >= 0 || right.rank >= 0 { return left.rank == right.rank }
        return UTF8Order.areEqual(left.code, right.code)
    }

    public static func < (left: Indicator, right: Indicator) -> Bool {
        if left.rank >= 0 && right.rank >= 0 { return left.rank < right.rank }
        return UTF8Order.isAscending(left.code, right.code)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(rank)
        if rank < 0 { UTF8Order.hash(code, into: &hasher) }
    }
}
