/// The units that a scheme may write: those everybody knows and those it defines.
struct Units: Sendable {
    /// The names of the scheme's own units, in the order of the text.
    private(set) var own: [String] = []

    static let standard = Units()

    /// Nil where the name is taken or there are too many.
    mutating func define(_ name: String) -> Bool {
        guard own.count < Dimension.ownUnits, unit(name) == nil else { return false }
        own.append(name)
        return true
    }

    /// The symbols, for an answer to an unknown one.
    var symbols: [String] { (Self.atoms + [.milligramsPerLitre, .percent]).map(\.symbol) + own }

    /// A known unit, or one unit per another: `元/t`.
    func unit(_ text: String) -> Unit? {
        if UTF8Order.areEqual(text, Unit.milligramsPerLitre.symbol) { return .milligramsPerLitre }
        if UTF8Order.areEqual(text, Unit.percent.symbol) { return .percent }
        if let atom = atom(text) { return atom }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let upper = atom(String(parts[0])), let lower = atom(String(parts[1])),
            let dimension = upper.dimension.combined(with: lower.dimension, sign: -1),
            let scale = upper.scale / lower.scale
        else { return nil }
        return Unit(text, dimension, scale)
    }

    private func atom(_ text: String) -> Unit? {
        if let place = own.firstIndex(where: { UTF8Order.areEqual($0, text) }) {
            return Unit(text, .own(place), .one)
        }
        return Self.atoms.first { UTF8Order.areEqual($0.symbol, text) }
    }

    /// The unit in which values of this dimension are shown: the one people use in this trade.
    func display(_ dimension: Dimension) -> Unit {
        if let known = Self.shown.first(where: { $0.dimension == dimension }) { return known }
        let symbols = Self.base + own
        let parts = symbols.indices.compactMap { place -> String? in
            let power = dimension.powers[place]
            return power == 0 ? nil : "\(symbols[place])^\(power)"
        }
        if parts.count == 1, let only = symbols.first(where: { UTF8Order.areEqual("\($0)^1", parts[0]) }) {
            return Unit(only, dimension, .one)
        }
        return Unit(parts.joined(separator: "·"), dimension, .one)
    }

    func name(_ dimension: Dimension) -> Bilingual {
        switch dimension {
        case .number: Bilingual(zh: "纯数", en: "a plain number")
        case .money: Bilingual(zh: "金额", en: "money")
        case .mass: Bilingual(zh: "质量", en: "a mass")
        case .volume: Bilingual(zh: "水量", en: "a volume")
        case .concentration: Bilingual(zh: "浓度", en: "a concentration")
        default:
            Bilingual(
                zh: "以 \(display(dimension).symbol) 计的量", en: "a quantity in \(display(dimension).symbol)")
        }
    }

    /// The base units, in the order of the powers of a dimension.
    private static let base = ["元", "t", "万m³", "km²", "d", "人", "℃"]

    private static let atoms: [Unit] = [
        Unit("元", .money, .one), Unit("万元", .money, Rational(10_000)), Unit("亿元", .money, Rational(100_000_000)),
        Unit("g", .mass, Rational(1, decimals: 6)), Unit("kg", .mass, Rational(1, decimals: 3)),
        Unit("t", .mass, .one), Unit("吨", .mass, .one), Unit("万吨", .mass, Rational(10_000)),
        Unit("L", .volume, Rational(1, decimals: 7)), Unit("m³", .volume, Rational(1, decimals: 4)),
        Unit("万m³", .volume, .one), Unit("亿m³", .volume, Rational(10_000)),
        Unit("m²", .area, Rational(1, decimals: 6)),
        // 1 亩 is 1/15 公顷, so 1/1500 km².
        Unit("亩", .area, (Rational.one / Rational(1_500)) ?? .zero),
        Unit("公顷", .area, Rational(1, decimals: 2)), Unit("km²", .area, .one),
        Unit("s", .duration, (Rational.one / Rational(86_400)) ?? .zero),
        Unit("h", .duration, (Rational.one / Rational(24)) ?? .zero), Unit("d", .duration, .one),
        Unit("人", .people, .one), Unit("万人", .people, Rational(10_000)), Unit("℃", .temperature, .one),
        Unit("个", .number, .one),
    ]

    private static let shown: [Unit] =
        [Unit.none, .milligramsPerLitre]
        + ["万元", "t", "万m³", "km²", "d", "人", "℃", "万元/t", "万元/万m³"].compactMap(standard.unit)
}
