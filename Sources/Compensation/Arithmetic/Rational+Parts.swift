import BigInt

/// Arithmetic on parts of 64 bits. Denominators are positive and fractions reduced on the way in and out.
///
/// Common divisors are taken out before multiplying (Knuth, The Art of Computer Programming, 4.5.1), so that
/// only numbers of 64 bits need one.
extension Rational.Parts {
    /// `a/b + c/d`.
    static func sum(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Self {
        let shared = b == d ? b : Int64(greatestCommonDivisor(b.magnitude, d.magnitude))
        let total = Int128(a) * Int128(d / shared) + Int128(c) * Int128(b / shared)
        let rest = shared == 1 ? 1 : greatestCommonDivisor(total, shared)
        return fitting(total / Int128(rest), over: Int128(b / shared) * Int128(d / rest))
    }

    /// `a/b × c/d`.
    static func product(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Self {
        let first = Int128(d == 1 ? 1 : greatestCommonDivisor(a.magnitude, d.magnitude))
        let second = Int128(b == 1 ? 1 : greatestCommonDivisor(c.magnitude, b.magnitude))
        return fitting(
            Int128(a) / first * (Int128(c) / second), over: Int128(b) / second * (Int128(d) / first))
    }

    /// `mantissa / 10^decimals` with 0…18 decimals. Ten has only two prime factors, so what to divide by is
    /// found without looking for a common divisor.
    static func reducing(_ mantissa: Int64, overPowerOfTen decimals: Int) -> Self {
        guard mantissa != 0 else { return .small(0, over: 1) }
        let twos = min(mantissa.trailingZeroBitCount, decimals)
        var rest = mantissa >> Int64(twos)
        var denominator = PowersOfTen.int64(decimals) >> Int64(twos)
        for _ in 0..<decimals {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 5)
            guard remainder == 0 else { break }
            rest = quotient
            denominator /= 5
        }
        return .small(rest, over: denominator)
    }

    /// The fraction is reduced.
    private static func fitting(_ numerator: Int128, over denominator: Int128) -> Self {
        if let small = Int64(exactly: numerator), let smallDenominator = Int64(exactly: denominator) {
            return .small(small, over: smallDenominator)
        }
        return .large(BigInt(numerator), over: BigInt(denominator))
    }

    private static func greatestCommonDivisor(_ total: Int128, _ divisor: Int64) -> Int64 {
        let rest = Int64(total % Int128(divisor))
        return Int64(greatestCommonDivisor(rest.magnitude, divisor.magnitude))
    }

    /// Stein's binary algorithm: shifts and subtractions in place of divisions. The second number is at least 1
    /// and at most 2^63 - 1, and so is the result.
    private static func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
        if first == 0 || second == 1 { return second }
        let shift = (first | second).trailingZeroBitCount
        var a = first >> UInt64(first.trailingZeroBitCount)
        var b = second >> UInt64(second.trailingZeroBitCount)
        while a != b {
            let difference = a > b ? a - b : b - a
            b = min(a, b)
            a = difference >> UInt64(difference.trailingZeroBitCount)
        }
        return a << UInt64(shift)
    }
}
