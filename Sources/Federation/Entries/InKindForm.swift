public import Compensation

/// Ways of compensating other than by money, as the policy documents list them.
public enum InKindForm: String, CaseIterable, Sendable {
    case pairedAssistance = "paired-assistance"
    case industryTransfer = "industry-transfer"
    case training
    case jointPark = "joint-park"

    public var name: Bilingual {
        switch self {
        case .pairedAssistance: Bilingual(zh: "对口协作", en: "paired assistance")
        case .industryTransfer: Bilingual(zh: "产业转移", en: "transfer of industry")
        case .training: Bilingual(zh: "人才培训", en: "training")
        case .jointPark: Bilingual(zh: "共建园区", en: "joint industrial park")
        }
    }
}
