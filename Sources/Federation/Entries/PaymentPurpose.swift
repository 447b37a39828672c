public import Compensation

/// What a payment is for.
public enum PaymentPurpose: String, CaseIterable, Sendable {
    /// 清算资金: what a clearing says is to be paid.
    case clearing
    /// 预拨资金: paid before the clearing of its year, which deducts it.
    case advance

    public var name: Bilingual {
        switch self {
        case .clearing: Bilingual(zh: "清算资金", en: "clearing")
        case .advance: Bilingual(zh: "预拨资金", en: "advance")
        }
    }
}
