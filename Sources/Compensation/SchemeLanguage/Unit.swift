/// A unit that may follow a number in a scheme.
///
/// Values are computed in 元, t and 万m³; `scale` is what one of the unit is in these.
struct Unit: Hashable, Sendable {
    let symbol: String
    let dimension: Dimension
    let scale: Rational

    private static let base: [Unit] = [
        Unit(symbol: "元", dimension: .money, scale: .one),
        Unit(symbol: "万元", dimension: .money, scale: Rational(10_000)),
        Unit(symbol: "亿元", dimension: .money, scale: Rational(100_000_000)),
        Unit(symbol: "t", dimension: .mass, scale: .one),
        Unit(symbol: "吨", dimension: .mass, scale: .one),
        Unit(symbol: "m³", dimension: .volume, scale: Rational(1, decimals: 4)),
        Unit(symbol: "万m³", dimension: .volume, scale: .one),
        Unit(symbol: "亿m³", dimension: .volume, scale: Rational(10_000)),
    ]

    /// 1 mg/L is 1 g in 1 m³, so 0.01 t in 1 万m³.
    static let milligramsPerLitre = Unit(
        symbol: "mg/L", dimension: .concentration, scale: Rational(1, decimals: 2))
    static let percent = Unit(symbol: "%", dimension: .number, scale: Rational(1, decimals: 2))
    static let none = Unit(symbol: "", dimension: .number, scale: .one)

    static let known: [Unit] = base + [milligramsPerLitre, percent]

    /// One unit per dimension, the one people use in this trade.
    static let shown: [Unit] =
        [none, milligramsPerLitre, base[1], base[3], base[6]]
        + ["万元/t", "万元/万m³"].compactMap(Unit.init(written:))

    private init(_ symbol: String, _ upper: Unit, per lower: Unit) {
        self.symbol = symbol
        dimension = upper.dimension.combined(with: lower.dimension, sign: -1) ?? .number
        scale = upper.scale / lower.scale ?? .one
    }

    init(symbol: String, dimension: Dimension, scale: Rational) {
        self.symbol = symbol
        self.dimension = dimension
        self.scale = scale
    }

    /// A known unit, or one of the base units per another: `元/t`.
    init?(written text: String) {
        if let unit = Self.known.first(where: { UTF8Order.areEqual($0.symbol, text) }) {
            self = unit
            return
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2,
            let upper = Self.base.first(where: { UTF8Order.areEqual($0.symbol, String(parts[0])) }),
            let lower = Self.base.first(where: { UTF8Order.areEqual($0.symbol, String(parts[1])) })
        else { return nil }
        self.init(text, upper, per: lower)
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
