/// How many of a number of sections belong to each water class.
public struct ClassShares: Hashable, Sendable {
    /// Sections of Ⅰ, Ⅱ, Ⅲ, Ⅳ, Ⅴ and 劣Ⅴ.
    public let counts: [Int]

    /// Nil without any section.
    public init?(_ classes: [WaterClass]) {
        guard !classes.isEmpty else { return nil }
        counts = WaterClass.allCases.map { waterClass in classes.count { $0 == waterClass } }
    }

    public var total: Int { counts.reduce(0, +) }

    /// The share of the sections between two classes, both included; 0…1.
    public func share(of classes: ClosedRange<WaterClass>) -> Rational {
        let within = counts[(classes.lowerBound.rawValue - 1)..<classes.upperBound.rawValue].reduce(0, +)
        return (Rational(within) / Rational(total)) ?? .zero
    }

    /// 断面水质类别比例法 (环办〔2011〕22号): Ⅰ–Ⅲ from 90 % excellent, from 75 % good; below that by the share of
    /// 劣Ⅴ: under 20 % lightly, under 40 % moderately, from 40 % heavily polluted.
    public var grade: QualityGrade {
        let good = share(of: .i ... .iii)
        let worst = share(of: .worseThanV ... .worseThanV)
        if good >= Rational(9, decimals: 1) { return .excellent }
        if good >= Rational(75, decimals: 2) { return .good }
        if worst < Rational(2, decimals: 1) { return .lightlyPolluted }
        return worst < Rational(4, decimals: 1) ? .moderatelyPolluted : .heavilyPolluted
    }
}
