/// What a quantity measures, as powers of base units. All zero: a plain number.
///
/// Concentration is mass per volume, so that mg/L × 万m³ is a mass without a factor in the scheme.
struct Dimension: Hashable, Sendable {
    /// One power per base unit, in the order of `Units.base`, then the scheme's own units.
    private(set) var powers = SIMD16<Int8>()

    static let number = Dimension()
    static let money = base(0)
    static let mass = base(1)
    static let volume = base(2)
    static let area = base(3)
    static let duration = base(4)
    static let people = base(5)
    static let temperature = base(6)
    static let concentration = mass.combined(with: volume, sign: -1) ?? number

    /// How many units of its own a scheme may define.
    static let ownUnits = 9
    private static let firstOwn = 7

    /// Powers beyond this have no meaning in an agreement.
    private static let largestPower: Int8 = 9

    private static func base(_ place: Int) -> Dimension {
        var result = Dimension()
        result.powers[place] = 1
        return result
    }

    /// The dimension of the scheme's own unit with this number, 0…8.
    static func own(_ number: Int) -> Dimension {
        base(firstOwn + number)
    }

    /// The product, or with `sign` -1 the quotient; nil where a power grows beyond all meaning.
    func combined(with other: Dimension, sign: Int8) -> Dimension? {
        var result = Dimension()
        result.powers = powers &+ other.powers &* sign
        for place in result.powers.indices where abs(result.powers[place]) > Self.largestPower { return nil }
        return result
    }
}
