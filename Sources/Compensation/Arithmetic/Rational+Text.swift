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
        var rest = denominator
        var twos = 0
        var fives = 0
        while !rest.isZero {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 2)
            guard remainder.isZero else { break }
            rest = quotient
            twos += 1
        }
        while !rest.isZero {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 5)
            guard remainder.isZero else { break }
            rest = quotient
            fives += 1
        }
        return rest == 1 ? max(twos, fives) : nil
    }

    /// The value as decimal text with exactly this many decimals (fewer than none counts as none).
    public func rounded(decimals: Int, rule: RoundingRule) -> String {
        let places = max(0, decimals)
        let scaled = roundedNumerator(numerator * BigInt(10).power(places), over: denominator, rule: rule)
        let digits = String(scaled.magnitude)
        let sign = scaled.sign == .minus ? "-" : ""
        if places == 0 { return sign + digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }

    /// The nearest multiple of `step` under the rule; nil when the step is not positive.
    public func rounded(toMultipleOf step: Rational, rule: RoundingRule) -> Rational? {
        guard !step.isZero, !step.isNegative, let count = self / step else { return nil }
        return Rational(roundedNumerator(count.numerator, over: count.denominator, rule: rule)) * step
    }

    /// The whole number that `numerator / denominator` becomes; the denominator is positive.
    private func roundedNumerator(_ numerator: BigInt, over denominator: BigInt, rule: RoundingRule) -> BigInt {
        let (quotient, remainder) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
        let isNegative = numerator.sign == .minus
        let twice = remainder * 2
        let awayFromZero =
            switch rule {
            case .halfEven:
                twice > denominator.magnitude
                    || (twice == denominator.magnitude && !quotient.isMultiple(of: 2))
            case .halfUp: twice >= denominator.magnitude
            case .down: false
            case .ceiling: !remainder.isZero && !isNegative
            }
        let magnitude = BigInt(awayFromZero ? quotient + 1 : quotient)
        return isNegative ? -magnitude : magnitude
    }
}
