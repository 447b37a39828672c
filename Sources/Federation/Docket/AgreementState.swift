public import Compensation

/// Where a version of an agreement stands at a moment.
public enum AgreementState: String, CaseIterable, Sendable {
    /// 协商中: put forward, not signed by all.
    case negotiated
    /// 不予采用: something stands against the text.
    case refused
    /// 未到生效期: signed by all; its first period has not begun.
    case upcoming
    /// 生效.
    case inForce = "in-force"
    /// 已被替代: a later version governs.
    case replaced
    /// 已提前终止: all parties agreed to end it.
    case ended
    /// 已期满.
    case expired

    public var name: Bilingual {
        switch self {
        case .negotiated: Bilingual(zh: "待签署", en: "to be signed")
        case .refused: Bilingual(zh: "不予采用", en: "does not count")
        case .upcoming: Bilingual(zh: "已签署，未到生效期", en: "signed, not begun")
        case .inForce: Bilingual(zh: "生效", en: "in force")
        case .replaced: Bilingual(zh: "已被新文本替代", en: "replaced")
        case .ended: Bilingual(zh: "已提前终止", en: "ended early")
        case .expired: Bilingual(zh: "已期满", en: "expired")
        }
    }
}

extension AgreementTerms {
    public func state(at now: Timestamp) -> AgreementState {
        guard problems.isEmpty else { return .refused }
        guard isFullySigned else { return .negotiated }
        guard let time = now.civilTime else { return .inForce }
        if let replaced, replaced.from.start <= time { return .replaced }
        if let end = agreedEnd, end.lastPeriod.end <= time { return .ended }
        if entry.validTo.end <= time { return .expired }
        return time < entry.validFrom.start ? .upcoming : .inForce
    }
}
