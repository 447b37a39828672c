import BigInt

extension Rational {
    /// The nearest multiple of `step` under the rule; nil when the step is not positive.
    public func rounded(toMultipleOf step: Rational, rule: RoundingRule) -> Rational? {
        guard !step.isNegative, let count = self / step else { return nil }
        return count.rounded(rule) * step
    }

    private func rounded(_ rule: RoundingRule) -> Rational {
        switch parts {
        case .small(_, 1):
            return self
        case .small(let numerator, let denominator):
            // The denominator is two or more, so the quotient has a bit to spare.
            let whole = Int(
                rule.rounded(numerator.magnitude, over: denominator.magnitude, isNegative: isNegative))
            return Rational(isNegative ? -whole : whole)
        case .large(let numerator, let denominator):
            let whole = BigInt(
                rule.rounded(numerator.magnitude, over: denominator.magnitude, isNegative: isNegative))
            return Rational(isNegative ? -whole : whole)
        }
    }
}

extension RoundingRule {
    /// The whole number that the absolute value `numerator / denominator` of a number with this sign becomes.
    func rounded<Magnitude: UnsignedInteger>(
        _ numerator: Magnitude, over denominator: Magnitude, isNegative: Bool
    ) -> Magnitude {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        // Compared with what is left of the denominator, because twice the remainder may not fit.
        let rest = denominator - remainder
        let awayFromZero =
            switch self {
            case .halfEven: remainder > rest || (remainder == rest && !quotient.isMultiple(of: 2))
            case .halfUp: remainder >= rest
            case .down: false
            case .ceiling: remainder != 0 && !isNegative
            }
        return awayFromZero ? quotient + 1 : quotient
    }
}
