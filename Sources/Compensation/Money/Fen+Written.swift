extension Fen {
    /// An amount as people write it with its unit: `2550万元`, `3.2215亿元`, `25,500,000.00元`, `25500000 yuan`, `7 分`,
    /// `7 fen`.
    ///
    /// Nil without a unit, since 万元 and 元 are easily taken for one another, and for what is no whole number of fen, is
    /// negative, or does not fit.
    public init?(written text: String) {
        let units: [(name: String, yuan: Rational?)] = [
            ("万元", Rational(10_000)), ("亿元", Rational(100_000_000)), ("元", Rational(1)), ("yuan", Rational(1)),
            ("分", Rational(1) / Rational(100)), ("fen", Rational(1) / Rational(100)),
        ]
        guard let unit = units.first(where: { text.hasSuffix($0.name) }) else { return nil }
        let number = String(text.dropLast(unit.name.count)).filter { ![" ", ",", "，"].contains($0) }
        guard let decimal = ExactDecimal(number), !decimal.rational.isNegative, let yuan = unit.yuan,
            let fen = Fen(yuan: decimal.rational * yuan)
        else {
            return nil
        }
        self = fen
    }
}
