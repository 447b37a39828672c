import Compensation
import Federation

/// Words and amounts of the ledger.
enum LedgerWording {
    static func name(_ sort: LedgerItem.Sort) -> Bilingual {
        switch sort {
        case .reward: Bilingual(zh: "奖励", en: "reward")
        case .deduction: Bilingual(zh: "扣减", en: "deduction")
        case .levy: Bilingual(zh: "征收", en: "levy")
        case .incident: Bilingual(zh: "事件扣减", en: "incident")
        case .award: Bilingual(zh: "年度奖扣", en: "award")
        case .outside: Bilingual(zh: "另行奖励", en: "outside")
        case .account: Bilingual(zh: "统一核算", en: "basin account")
        case .surcharge: Bilingual(zh: "逾期加收", en: "surcharge")
        }
    }

    static func basin(_ basin: String, _ language: Language) -> String {
        basin.isEmpty
            ? Bilingual(zh: "（未登记流域）", en: "(no basin)")(language) : TerminalText.visible(basin)
    }

    static func standing(_ standing: LedgerItem.Standing) -> Bilingual {
        switch standing {
        case .counts: Bilingual(zh: "", en: "")
        case .unchecked: Bilingual(zh: "本节点无从核对", en: "cannot be checked here")
        case .unfounded: Bilingual(zh: "不计入：不符合协议", en: "not counted: not what the agreement allows")
        case .cancelled(let place): Bilingual(zh: "已由 \(place.text) 取消", en: "cancelled by \(place.text)")
        case .replaced(let place): Bilingual(zh: "已由 \(place.text) 取代", en: "replaced by \(place.text)")
        }
    }

    static func json(_ standing: LedgerItem.Standing) -> JSONValue {
        switch standing {
        case .counts: .members([("counts", true)])
        case .unchecked: .members([("counts", true), ("checked", false)])
        case .unfounded: .members([("counts", false)])
        case .cancelled(let place): .members([("counts", false), ("cancelled_by", .string(place.text))])
        case .replaced(let place): .members([("counts", false), ("replaced_by", .string(place.text))])
        }
    }

    /// In 万元, with a sign.
    static func amount(_ amount: Fen) -> String {
        amount.count > 0 ? "+" + amount.formattedWanYuan : amount.formattedWanYuan
    }

    /// The sum, or that it is too large.
    static func sum(_ items: [LedgerItem]) -> String { Fen.sum(items.map(\.amount)).map(amount) ?? "?" }
}
