import BigInt

extension Rational {
    /// The exact value as text: a plain decimal without superfluous zeros where it ends (`7.5`, `-40`),
    /// otherwise the reduced fraction (`9783/1300`).
    public var text: String {
        if let decimals = terminatingDecimals {
            return rounded(decimals: decimals, rule: .down)
        }
        return "\(numerator)/\(denominator)"
    }

    /// The number of decimals after which the decimal form ends; nil where it never does.
    var terminatingDecimals: Int? {
        switch parts {
        case .small(_, let denominator): Self.terminatingDecimals(over: denominator.magnitude)
        case .large(_, let denominator): Self.terminatingDecimals(over: denominator.magnitude)
        }
    }

    /// A fraction ends where its denominator has no prime factors but two and five.
    private static func terminatingDecimals<Magnitude: UnsignedInteger>(over denominator: Magnitude) -> Int? {
        let twos = denominator.trailingZeroBitCount
        var rest = denominator >> twos
        var fives = 0
        while rest > 1 {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 5)
            guard remainder == 0 else { return nil }
            rest = quotient
            fives += 1
        }
        return max(twos, fives)
    }

    /// The value as decimal text with exactly this many decimals (fewer than none counts as none).
    public func rounded(decimals: Int, rule: RoundingRule) -> String {
        let places = max(0, decimals)
        let (digits, isNegative) = scaledDigits(places, rule)
        let sign = isNegative ? "-" : ""
        if places == 0 { return sign + digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }

    /// The digits of the value times `10^places`, rounded to a whole number; zero has no sign.
    private func scaledDigits(_ places: Int, _ rule: RoundingRule) -> (String, isNegative: Bool) {
        if case .small(let numerator, let denominator) = parts, places <= 18 {
            let scaled = rule.rounded(
                UInt128(numerator.magnitude) * UInt128(PowersOfTen.int64(places)), over: UInt128(denominator),
                isNegative: isNegative)
            return (String(scaled), isNegative && scaled != 0)
        }
        let scaled = rule.rounded(
            numerator.magnitude * BigUInt(10).power(places), over: denominator.magnitude, isNegative: isNegative)
        return (String(scaled), isNegative && !scaled.isZero)
    }
}
