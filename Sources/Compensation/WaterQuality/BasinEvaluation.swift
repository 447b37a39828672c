/// The state of a river or basin from its sections (环办〔2011〕22号).
public struct BasinEvaluation: Hashable, Sendable {
    public enum Basis: Hashable, Sendable {
        /// Fewer than five sections: the class of the mean over the sections, item by item.
        case means(Classification)
        /// Five sections or more: what share of them belongs to each class.
        case shares(ClassShares)
    }

    public let basis: Basis
    public let grade: QualityGrade

    /// The fewest sections that are judged by shares.
    public static let fewestForShares = 5

    /// From the means of each section over the same stretch of time. Sections where nothing with a limit was
    /// measured are left aside; nil where none is left.
    public init?(
        _ sections: [PeriodMeans], bodyType: BodyType, items: IndicatorSet? = nil,
        standard: WaterQualityStandard = .gb3838
    ) {
        let classed = sections.compactMap { section in
            standard.classify(section, bodyType: bodyType, items: items).map { (section, $0.waterClass) }
        }
        if classed.count >= Self.fewestForShares {
            self.init(classes: classed.map(\.1))
            return
        }
        let mean = PeriodMeans(averaging: classed.map(\.0))
        guard let classification = standard.classify(mean, bodyType: bodyType, items: items) else { return nil }
        self.init(.means(classification), QualityGrade(classification.waterClass))
    }

    /// From the classes of sections, which may be rivers and lakes together; nil for fewer than five, because a
    /// mean cannot be taken of classes.
    public init?(classes: [WaterClass]) {
        guard classes.count >= Self.fewestForShares, let shares = ClassShares(classes) else { return nil }
        self.init(.shares(shares), shares.grade)
    }

    private init(_ basis: Basis, _ grade: QualityGrade) {
        self.basis = basis
        self.grade = grade
    }
}
