public import Compensation

/// How this node stands to one log of a peer; the words are fixed.
public enum PeerState: String, CaseIterable, Sendable {
    /// A channel of agreements to which this node is no party.
    case notShared = "not_shared"
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
        case .notShared: Bilingual(zh: "不涉及本方", en: "not shared with us")
        case .halted: Bilingual(zh: "已停止：历史不一致", en: "halted, history inconsistent")
        }
    }

    /// How bad it is, for saying one word about several logs: the worst.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
