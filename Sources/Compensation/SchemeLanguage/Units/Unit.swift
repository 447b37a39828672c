/// A unit that may follow a number in a scheme.
///
/// Values are computed in base units (元, t, 万m³, km², d, 人, ℃); `scale` is what one of the unit is in these.
struct Unit: Hashable, Sendable {
    let symbol: String
    let dimension: Dimension
    let scale: Rational

    static let none = Unit("", .number, .one)
    static let percent = Unit("%", .number, Rational(1, decimals: 2))
    /// 1 mg/L is 1 g in 1 m³, so 0.01 t in 1 万m³.
    static let milligramsPerLitre = Unit("mg/L", .concentration, Rational(1, decimals: 2))

    init(_ symbol: String, _ dimension: Dimension, _ scale: Rational) {
        self.symbol = symbol
        self.dimension = dimension
        self.scale = scale
    }

    /// The exact value in this unit with its symbol: `40 万元`.
    func text(_ value: Rational) -> String {
        symbol.isEmpty ? inUnit(value).text : "\(inUnit(value).text) \(symbol)"
    }

    /// A value of the base units expressed in this unit.
    func inUnit(_ value: Rational) -> Rational {
        (value / scale) ?? .zero
    }

    /// As `text`, but a fraction without end is cut to four decimals and marked with ≈.
    func readableText(_ value: Rational) -> String {
        let number = inUnit(value)
        let isShort = number.terminatingDecimals.map { $0 <= 8 } ?? false
        let digits = isShort ? number.text : "≈" + number.rounded(decimals: 4, rule: .halfEven)
        return symbol.isEmpty ? digits : "\(digits) \(symbol)"
    }
}
