/// How long an accounting period 核算期 is. The raw value is the word used in schemes.
public enum PeriodKind: String, Hashable, Sendable, CaseIterable {
    case month

    public var name: Bilingual {
        switch self {
        case .month: Bilingual(zh: "月", en: "month")
        }
    }
}
