import BigInt

extension Rational {
    public static func + (left: Rational, right: Rational) -> Rational {
        if case .small(let a, let b) = left.parts, case .small(let c, let d) = right.parts {
            return Rational(parts: .sum(a, b, c, d))
        }
        return Rational(
            reducing: left.numerator * right.denominator + right.numerator * left.denominator,
            over: left.denominator * right.denominator)
    }

    public static func - (left: Rational, right: Rational) -> Rational {
        left + -right
    }

    public static func * (left: Rational, right: Rational) -> Rational {
        if case .small(let a, let b) = left.parts, case .small(let c, let d) = right.parts {
            return Rational(parts: .product(a, b, c, d))
        }
        return Rational(
            reducing: left.numerator * right.numerator, over: left.denominator * right.denominator)
    }

    /// Nil when the divisor is zero.
    public static func / (left: Rational, right: Rational) -> Rational? {
        guard !right.isZero else { return nil }
        if case .small(let a, let b) = left.parts, case .small(let c, let d) = right.parts, c != .min {
            return Rational(parts: c > 0 ? .product(a, b, d, c) : .product(a, b, -d, -c))
        }
        return Rational(
            reducing: left.numerator * right.denominator, over: left.denominator * right.numerator)
    }

    public static prefix func - (value: Rational) -> Rational {
        if case .small(let numerator, let denominator) = value.parts, numerator != .min {
            return Rational(parts: .small(-numerator, over: denominator))
        }
        return Rational(reducing: -value.numerator, over: value.denominator)
    }

    public static func < (left: Rational, right: Rational) -> Bool {
        if case .small(let a, let b) = left.parts, case .small(let c, let d) = right.parts {
            return b == d ? a < c : Int128(a) * Int128(d) < Int128(c) * Int128(b)
        }
        return left.numerator * right.denominator < right.numerator * left.denominator
    }
}
