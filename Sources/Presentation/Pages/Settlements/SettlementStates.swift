import Compensation
import Federation

/// What each state of a settlement means, for people who see the words for the first time.
enum SettlementStates {
    static func markup(_ language: Language) -> Markup {
        .element(.dl) {
            SettlementState.allCases.map { state in
                Markup.joined([
                    .element(.dt) { StateBadge.markup(state, language) },
                    .element(.dd) { meaning(state)(language) },
                ])
            }
        }
    }

    static func meaning(_ state: SettlementState) -> Bilingual {
        switch state {
        case .open: Bilingual(zh: "核算期未结束，或数据尚不足以核算。", en: "The period is not over, or data are missing.")
        case .computable: Bilingual(zh: "数据已足，尚无一方提议。", en: "It can be computed; nobody has proposed it yet.")
        case .proposed:
            Bilingual(
                zh: "各方节点已把各自算得的结果写入签名日志，等待认可。",
                en: "The parties' nodes have said what they computed; acceptance waits.")
        case .disputed: Bilingual(zh: "各方结果不同，或有一方提出异议。", en: "The results differ, or a party objects.")
        case .agreed:
            Bilingual(
                zh: "各方已认可同一结果，等待中央节点核验。", en: "All parties accepted one result; the centre has not verified it yet.")
        case .verified: Bilingual(zh: "中央节点独立复算，结果一致。", en: "The centre recomputed it to the same result.")
        case .refused: Bilingual(zh: "中央节点复算未通过。", en: "The centre's recomputation did not confirm it.")
        case .recorded:
            Bilingual(zh: "已核验并记入台账，奖励与扣减合计为零。", en: "Verified and in the ledger; reward and deduction sum to zero.")
        case .cleared:
            Bilingual(
                zh: "已纳入年度清算；清算的应付款尚有未付或未确认到账的。",
                en: "Taken into a yearly clearing; of what that demands, something is not paid or not confirmed yet.")
        case .paid:
            Bilingual(
                zh: "所属清算的应付款已全部付清：到账已确认，或已由非资金方式替代、由中央收扣，或相抵后无需支付。",
                en:
                    "All that its clearing demands is settled: confirmed as received, replaced in kind, collected by the centre, or set off to nothing."
            )
        }
    }
}
