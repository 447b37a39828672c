import Compensation

/// What the pages are divided into.
enum SiteSection: CaseIterable {
    case overview
    case sections
    case agreements
    case settlements
    case ledger
    case clearing
    case sync
    case method
    case check

    /// The parts of the address after the language.
    var path: [String] {
        switch self {
        case .overview: []
        case .sections: ["sections"]
        case .agreements: ["agreements"]
        case .settlements: ["settlements"]
        case .ledger: ["ledger"]
        case .clearing: ["clearing"]
        case .sync: ["sync"]
        case .method: ["method"]
        case .check: ["check"]
        }
    }

    var name: Bilingual {
        switch self {
        case .overview: Bilingual(zh: "总览", en: "Overview")
        case .sections: Bilingual(zh: "断面水质", en: "Water quality")
        case .agreements: Bilingual(zh: "协议", en: "Agreements")
        case .settlements: Bilingual(zh: "核算结果", en: "Settlements")
        case .ledger: Bilingual(zh: "台账", en: "Ledger")
        case .clearing: Bilingual(zh: "年度清算", en: "Clearing")
        case .sync: Bilingual(zh: "同步状态", en: "Synchronisation")
        case .method: Bilingual(zh: "怎样计算", en: "How it is calculated")
        case .check: Bilingual(zh: "自行核验", en: "Check it yourself")
        }
    }
}
