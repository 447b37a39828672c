public import BigInt

/// An exact fraction. Always reduced, the denominator positive: equal values have equal parts.
public struct Rational: Hashable, Comparable, Sendable {
    public let numerator: BigInt
    public let denominator: BigInt

    public static let zero = Rational(0)
    public static let one = Rational(1)

    public init(_ integer: BigInt) {
        numerator = integer
        denominator = 1
    }

    public init(_ integer: Int) {
        self.init(BigInt(integer))
    }

    /// Nil when the denominator is zero.
    public init?(_ numerator: BigInt, over denominator: BigInt) {
        guard !denominator.isZero else { return nil }
        self.init(reducing: numerator, over: denominator)
    }

    /// `mantissa / 10^decimals`, the value of a decimal number.
    init(_ mantissa: Int, decimals: Int) {
        self.init(reducing: BigInt(mantissa), over: BigInt(10).power(max(0, decimals)))
    }

    /// The denominator is known not to be zero.
    private init(reducing numerator: BigInt, over denominator: BigInt) {
        if denominator == 1 {
            self.numerator = numerator
            self.denominator = denominator
            return
        }
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator.sign == .minus ? -1 : 1
        self.numerator = sign * numerator / divisor
        self.denominator = sign * denominator / divisor
    }

    public static func + (left: Rational, right: Rational) -> Rational {
        if left.denominator == right.denominator {
            return Rational(reducing: left.numerator + right.numerator, over: left.denominator)
        }
        return Rational(
            reducing: left.numerator * right.denominator + right.numerator * left.denominator,
            over: left.denominator * right.denominator)
    }

    public static func - (left: Rational, right: Rational) -> Rational {
        left + -right
    }

    public static func * (left: Rational, right: Rational) -> Rational {
        Rational(
            reducing: left.numerator * right.numerator,
            over: left.denominator * right.denominator)
    }

    /// Nil when the divisor is zero.
    public static func / (left: Rational, right: Rational) -> Rational? {
        Rational(left.numerator * right.denominator, over: left.denominator * right.numerator)
    }

    public static prefix func - (value: Rational) -> Rational {
        Rational(reducing: -value.numerator, over: value.denominator)
    }

    public static func < (left: Rational, right: Rational) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }

    public var isZero: Bool { numerator.isZero }
    public var isNegative: Bool { numerator.sign == .minus }
    public var isInteger: Bool { denominator == 1 }

    /// The larger of the bit widths of both parts: what limits on the size of numbers are checked against.
    var width: Int {
        max(numerator.magnitude.bitWidth, denominator.magnitude.bitWidth)
    }
}
