public import Compensation

/// On which bank of the river a section stands 岸别, looking downstream.
public enum RiverBank: String, CaseIterable, Sendable {
    case left
    case right
    /// Across the whole river.
    case both

    public var name: Bilingual {
        switch self {
        case .left: Bilingual(zh: "左岸", en: "left bank")
        case .right: Bilingual(zh: "右岸", en: "right bank")
        case .both: Bilingual(zh: "两岸", en: "both banks")
        }
    }
}
