/// How the state of a section, river or basin is put into words 定性评价, from the best to the worst
/// (环办〔2011〕22号). The raw value is the code in files.
public enum QualityGrade: String, Hashable, Comparable, Sendable, CaseIterable {
    case excellent
    case good
    case lightlyPolluted = "lightly-polluted"
    case moderatelyPolluted = "moderately-polluted"
    case heavilyPolluted = "heavily-polluted"

    public init(_ waterClass: WaterClass) {
        switch waterClass {
        case .i, .ii: self = .excellent
        case .iii: self = .good
        case .iv: self = .lightlyPolluted
        case .v: self = .moderatelyPolluted
        case .worseThanV: self = .heavilyPolluted
        }
    }

    public var name: Bilingual {
        switch self {
        case .excellent: Bilingual(zh: "优", en: "excellent")
        case .good: Bilingual(zh: "良好", en: "good")
        case .lightlyPolluted: Bilingual(zh: "轻度污染", en: "lightly polluted")
        case .moderatelyPolluted: Bilingual(zh: "中度污染", en: "moderately polluted")
        case .heavilyPolluted: Bilingual(zh: "重度污染", en: "heavily polluted")
        }
    }

    public static func < (left: QualityGrade, right: QualityGrade) -> Bool {
        guard let first = allCases.firstIndex(of: left), let second = allCases.firstIndex(of: right) else {
            return false
        }
        return first < second
    }
}
