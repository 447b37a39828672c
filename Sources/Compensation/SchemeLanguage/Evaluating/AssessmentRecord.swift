/// The assessments of a settlement while it is computed.
struct AssessmentRecord: Sendable {
    /// A rule, such as one that gives a set of means, with the values of its arguments.
    struct Key: Hashable, Sendable {
        let rule: Int
        let arguments: [Value]
    }

    /// What of a set of means a rule looks at.
    enum Part {
        case item(Indicator)
        /// A class, by the name of its step.
        case grade(String)
    }

    private var assessments: [Key: SectionAssessment] = [:]  // lookup only: an assessment by its set of means

    subscript(_ key: Key) -> SectionAssessment? { assessments[key] }

    mutating func add(_ assessment: SectionAssessment, of key: Key) { assessments[key] = assessment }

    mutating func classify(_ indicator: Indicator, as waterClass: WaterClass, in key: Key) {
        assessments[key]?.classify(indicator, as: waterClass)
    }

    mutating func add(_ grade: SectionAssessment.Grade, to key: Key) { assessments[key]?.add(grade) }

    mutating func hold(_ part: Part, of key: Key, against standard: SectionAssessment.Standard) {
        guard let known = assessments[key] else { return }
        var changed = known
        switch part {
        case .item(let indicator): changed.hold(indicator, against: standard)
        case .grade(let step): changed.hold(grade: step, against: standard)
        }
        // Steps are written on copies, which ask the same again; storing nothing new spares copying the rest.
        if changed != known { assessments[key] = changed }
    }
}
