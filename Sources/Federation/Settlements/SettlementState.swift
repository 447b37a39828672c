public import Compensation

/// Where a settlement stands, architecture §8.
public enum SettlementState: String, CaseIterable, Sendable {
    case open
    case computable
    case proposed
    case disputed
    case agreed
    case verified
    case refused
    case recorded

    public var name: Bilingual {
        switch self {
        case .open: Bilingual(zh: "数据收集", en: "open")
        case .computable: Bilingual(zh: "可核算", en: "computable")
        case .proposed: Bilingual(zh: "已提议", en: "proposed")
        case .disputed: Bilingual(zh: "有异议", en: "disputed")
        case .agreed: Bilingual(zh: "已认可", en: "agreed")
        case .verified: Bilingual(zh: "已核验", en: "verified")
        case .refused: Bilingual(zh: "核验未通过", en: "refused")
        case .recorded: Bilingual(zh: "已记账", en: "recorded")
        }
    }
}
