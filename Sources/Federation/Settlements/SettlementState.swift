public import Compensation

/// Where a settlement stands, architecture §8. Everything is decided by the states up to `recorded`, which are those
/// that a `SettlementCase` has; `cleared` and `paid` are shown in its place, see `SettlementClearing`.
public enum SettlementState: String, CaseIterable, Sendable {
    case open
    case computable
    case proposed
    case disputed
    case agreed
    case verified
    case refused
    case recorded
    /// A clearing that stands has taken it in.
    case cleared
    /// Of what that clearing demands, nothing is outstanding any more.
    case paid

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
        case .cleared: Bilingual(zh: "已清算", en: "cleared")
        case .paid: Bilingual(zh: "已支付", en: "paid")
        }
    }
}
