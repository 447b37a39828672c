public import Compensation

/// How this node stands to one log of a peer; the words are fixed.
public enum PeerState: String, CaseIterable, Sendable {
    case upToDate = "up_to_date"
    case catchingUp = "catching_up"
    case unreachable
    case refused
    case halted

    public var name: Bilingual {
        switch self {
        case .upToDate: Bilingual(zh: "已同步", en: "up to date")
        case .catchingUp: Bilingual(zh: "追赶中", en: "catching up")
        case .unreachable: Bilingual(zh: "无法连接", en: "unreachable")
        case .refused: Bilingual(zh: "被拒绝", en: "refused")
        case .halted: Bilingual(zh: "已停止：历史不一致", en: "halted, history inconsistent")
        }
    }
}
