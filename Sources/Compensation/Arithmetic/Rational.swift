public import BigInt

/// An exact fraction. Always reduced, the denominator positive: equal values have equal parts.
///
/// Parts that fit 64 bits are held inline and computed with 128 bits, which no operation on two of them
/// exceeds; only what outgrows them is computed with big integers. A value has one form, so equality is
/// that of the parts.
public struct Rational: Hashable, Comparable, Sendable {
    /// `small` wherever both parts fit; `large` otherwise.
    enum Parts: Hashable, Sendable {
        case small(Int64, over: Int64)
        indirect case large(BigInt, over: BigInt)
    }

    let parts: Parts

    public static let zero = Rational(parts: .small(0, over: 1))
    public static let one = Rational(parts: .small(1, over: 1))

    public init(_ integer: BigInt) {
        self.init(reduced: integer, over: 1)
    }

    public init(_ integer: Int) {
        parts = .small(Int64(integer), over: 1)
    }

    /// Nil when the denominator is zero.
    public init?(_ numerator: BigInt, over denominator: BigInt) {
        guard !denominator.isZero else { return nil }
        self.init(reducing: numerator, over: denominator)
    }

    /// `mantissa / 10^decimals`, the value of a decimal number; fewer decimals than none count as none.
    init(_ mantissa: Int, decimals: Int) {
        if decimals <= 18 {
            self.init(parts: .reducing(Int64(mantissa), overPowerOfTen: max(0, decimals)))
        } else {
            self.init(reducing: BigInt(mantissa), over: BigInt(10).power(decimals))
        }
    }

    init(parts: Parts) {
        self.parts = parts
    }

    /// The denominator is known not to be zero.
    init(reducing numerator: BigInt, over denominator: BigInt) {
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator.sign == .minus ? -1 : 1
        self.init(reduced: sign * numerator / divisor, over: sign * denominator / divisor)
    }

    /// The parts are known to have no common divisor, the denominator to be positive.
    private init(reduced numerator: BigInt, over denominator: BigInt) {
        if let small = Int64(exactly: numerator), let smallDenominator = Int64(exactly: denominator) {
            parts = .small(small, over: smallDenominator)
        } else {
            parts = .large(numerator, over: denominator)
        }
    }

    public var numerator: BigInt {
        switch parts {
        case .small(let numerator, _): BigInt(numerator)
        case .large(let numerator, _): numerator
        }
    }

    public var denominator: BigInt {
        switch parts {
        case .small(_, let denominator): BigInt(denominator)
        case .large(_, let denominator): denominator
        }
    }

    public var isZero: Bool {
        if case .small(0, _) = parts { return true }
        return false
    }

    public var isNegative: Bool {
        switch parts {
        case .small(let numerator, _): numerator < 0
        case .large(let numerator, _): numerator.sign == .minus
        }
    }

    public var isInteger: Bool {
        switch parts {
        case .small(_, let denominator): denominator == 1
        case .large(_, let denominator): denominator == 1
        }
    }

    /// The larger of the bit widths of both parts: what limits on the size of numbers are checked against.
    var width: Int {
        switch parts {
        case .small(let numerator, let denominator):
            64 - min(numerator.magnitude.leadingZeroBitCount, denominator.leadingZeroBitCount)
        case .large(let numerator, let denominator):
            max(numerator.magnitude.bitWidth, denominator.magnitude.bitWidth)
        }
    }
}
