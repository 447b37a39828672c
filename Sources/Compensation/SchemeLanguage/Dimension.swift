/// What a quantity measures, as powers of money, mass and volume of water. All zero: a plain number.
///
/// Concentration is mass per volume, so that mg/L × 万m³ is a mass without a factor in the scheme.
struct Dimension: Hashable, Sendable {
    var money = 0
    var mass = 0
    var volume = 0

    static let number = Dimension()
    static let money = Dimension(money: 1)
    static let mass = Dimension(mass: 1)
    static let volume = Dimension(volume: 1)
    static let concentration = Dimension(mass: 1, volume: -1)

    /// Powers beyond this have no meaning in an agreement.
    private static let largestPower = 9

    /// Nil where a power grows beyond all meaning.
    func combined(with other: Dimension, sign: Int) -> Dimension? {
        let result = Dimension(
            money: money + sign * other.money, mass: mass + sign * other.mass, volume: volume + sign * other.volume)
        return [result.money, result.mass, result.volume].allSatisfy { abs($0) <= Self.largestPower } ? result : nil
    }

    /// The unit in which values of this dimension are shown.
    var displayUnit: Unit {
        if let known = Unit.shown.first(where: { $0.dimension == self }) { return known }
        let parts = [("元", money), ("t", mass), ("万m³", volume)].filter { $0.1 != 0 }
        return Unit(symbol: parts.map { "\($0.0)^\($0.1)" }.joined(separator: "·"), dimension: self, scale: .one)
    }

    var name: Bilingual {
        switch self {
        case .number: Bilingual(zh: "纯数", en: "a plain number")
        case .money: Bilingual(zh: "金额", en: "money")
        case .mass: Bilingual(zh: "质量", en: "a mass")
        case .volume: Bilingual(zh: "水量", en: "a volume")
        case .concentration: Bilingual(zh: "浓度", en: "a concentration")
        default: Bilingual(zh: "以 \(displayUnit.symbol) 计的量", en: "a quantity in \(displayUnit.symbol)")
        }
    }
}
