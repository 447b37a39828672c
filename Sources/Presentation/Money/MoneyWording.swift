import Compensation
import Federation

/// Words that lists and receipts about money share.
enum MoneyWording {
    static func amount(_ fen: Fen, _ language: Language) -> String {
        Bilingual(zh: "\(fen.formattedWanYuan) 万元", en: "\(fen.formattedYuan) yuan")(language)
    }

    static func standing(_ standing: ClearingRecord.Standing) -> Bilingual {
        switch standing {
        case .stands: Bilingual(zh: "与本节点算得的一致", en: "just what this node computes")
        case .waits(let log): Bilingual(zh: "尚缺 \(log)，未核对", en: "\(log) is missing here, not compared yet")
        case .differs(let what):
            Bilingual(zh: "与本节点算得的不符：\(difference(what).zh)", en: "not what this node computes: \(difference(what).en)")
        }
    }

    private static func difference(_ difference: ClearingRecord.Difference) -> Bilingual {
        switch difference {
        case .number: Bilingual(zh: "清算序号", en: "its number")
        case .cut: Bilingual(zh: "所依据的日志", en: "the logs it rests on")
        case .sections: Bilingual(zh: "所依据的断面登记", en: "the registered sections it rests on")
        case .settlements: Bilingual(zh: "所含核算结果", en: "the settlements taken in")
        case .unsettled: Bilingual(zh: "未结核算期", en: "the periods not settled")
        case .advances: Bilingual(zh: "预拨资金", en: "the advances")
        case .transfers: Bilingual(zh: "应付金额", en: "the amounts to be paid")
        case .notComputable: Bilingual(zh: "金额超出范围", en: "an amount out of range")
        }
    }

    static func standing(_ payment: PaymentCase) -> Bilingual {
        payment.isOwedAgain
            ? Bilingual(zh: "称已付而未确认，仍待付", en: "said paid, not confirmed: owed again") : standing(payment.standing)
    }

    private static func standing(_ standing: PaymentCase.Standing) -> Bilingual {
        switch standing {
        case .counts: Bilingual(zh: "计入", en: "counts")
        case .waits: Bilingual(zh: "所付清算尚未收到", en: "its clearing is not here yet")
        case .repeatedNumber: Bilingual(zh: "不计入：文号重复", en: "not counted: number used before")
        case .replaced(let place):
            Bilingual(zh: "不计入：已由 \(place.text) 取代", en: "not counted: replaced by \(place.text)")
        case .unknownClaim: Bilingual(zh: "不计入：没有这笔应付款", en: "not counted: no such claim")
        }
    }

    static func standing(_ standing: ForcedDeductionCase.Standing) -> Bilingual {
        switch standing {
        case .counts: Bilingual(zh: "计入", en: "counts")
        case .waits(let log): Bilingual(zh: "尚缺 \(log)，未核对", en: "\(log) is missing here, not compared yet")
        case .differs: Bilingual(zh: "不符合协议，不计入", en: "not what the agreement allows; not counted")
        }
    }

    static func code(_ standing: PaymentCase.Standing) -> String {
        switch standing {
        case .counts: "counts"
        case .waits: "waits"
        case .repeatedNumber: "repeated-number"
        case .replaced: "replaced"
        case .unknownClaim: "unknown-claim"
        }
    }

    static func code(_ standing: ClearingRecord.Standing) -> String {
        switch standing {
        case .stands: "stands"
        case .waits: "waits"
        case .differs(let what): "differs-\(what.rawValue)"
        }
    }
}
