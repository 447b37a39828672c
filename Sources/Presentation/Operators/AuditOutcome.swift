public import Compensation

/// What came of something that was asked for at the desk.
public enum AuditOutcome: String, CaseIterable, Sendable {
    /// Written down before it is carried out; what came of it follows in a line of its own.
    case asked
    /// Looked at, nothing recorded.
    case previewed
    case done
    /// Not recorded, for a reason of the trade: issues in a file, another result, nothing to accept.
    case refused
    /// The role, the session or the form did not allow it.
    case forbidden
    case failed

    public var name: Bilingual {
        switch self {
        case .asked: Bilingual(zh: "已受理", en: "asked")
        case .previewed: Bilingual(zh: "预览", en: "previewed")
        case .done: Bilingual(zh: "完成", en: "done")
        case .refused: Bilingual(zh: "未通过", en: "refused")
        case .forbidden: Bilingual(zh: "无权", en: "forbidden")
        case .failed: Bilingual(zh: "失败", en: "failed")
        }
    }
}
