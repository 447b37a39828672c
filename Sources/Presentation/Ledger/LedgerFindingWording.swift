import Compensation
import Federation

/// Says in words what is wrong in the centre's ledger.
enum LedgerFindingWording {
    static func text(_ finding: LedgerFinding) -> Bilingual {
        let words = words(finding.code)
        let (subject, detail) = (TerminalText.visible(finding.subject), TerminalText.visible(finding.detail))
        let more = detail.isEmpty ? "" : " [\(detail)]"
        return Bilingual(
            zh: "\(finding.code.rawValue) \(subject) \(words.zh)\(more)",
            en: "\(finding.code.rawValue) \(subject): \(words.en)\(more)")
    }

    static func words(_ code: LedgerFinding.Code) -> Bilingual {
        switch code {
        case .verdictNotAccepted:
            Bilingual(zh: "核验结论所称的结果，并非各方都已认可", en: "a verdict verifies what not every party has accepted")
        case .verdictDiffers:
            Bilingual(zh: "本节点由相同截面得出不同结论", en: "the same cut and words give another conclusion here")
        case .lineUnearned: Bilingual(zh: "所依据的核算未经核验", en: "a line for a settlement that is not verified")
        case .linesDiffer: Bilingual(zh: "与已核验的款项不符", en: "the lines are not the transfers that were verified")
        case .linesMissing: Bilingual(zh: "已核验而未记账", en: "verified, and the lines are missing")
        case .levyNotOwed: Bilingual(zh: "该月不应征收", en: "the month is not owed")
        case .levyDiffers: Bilingual(zh: "征收与规则不符", en: "the charge is not what its rule says")
        case .levyTwice: Bilingual(zh: "重复征收", en: "charged twice")
        case .surchargeNotOwed: Bilingual(zh: "强制收扣的加收不符合协议", en: "an addition that the agreement does not allow")
        case .awardNotZero: Bilingual(zh: "奖励与扣减合计不为零", en: "awards and deductions do not sum to zero")
        case .awardPartyTwice: Bilingual(zh: "同一方出现两次", en: "a party stands in the table twice")
        case .awardCancelled: Bilingual(zh: "该方的奖励已被裁定取消", en: "a ruling cancels this party's awards")
        case .rulingWithoutIncident: Bilingual(zh: "没有这样的事件通报", en: "there is no such notice of an incident")
        case .accountNotZero: Bilingual(zh: "统一核算合计不为零", en: "the unified accounting does not sum to zero")
        case .accountDiffers: Bilingual(zh: "与本节点的复算不同", en: "not what this node computes")
        case .accountCorrections: Bilingual(zh: "更正的取舍不当", en: "corrections are chosen wrongly")
        case .accountCut:
            Bilingual(zh: "所据截面漏掉了中央当时已见到的相关记录", en: "its cut leaves out an entry that the centre had seen")
        case .accountNotComputable: Bilingual(zh: "由所列方案与截面不能核算", en: "cannot be computed from what it names")
        case .accountNotHeld: Bilingual(zh: "本节点未持有所依据的日志，暂不能核对", en: "a log it rests on is not held here")
        }
    }

    static func json(_ finding: LedgerFinding) -> JSONValue {
        .members([
            ("code", .string(finding.code.rawValue)), ("subject", .string(finding.subject)),
            ("detail", .string(finding.detail)), ("is_difference", .bool(finding.code.isDifference)),
        ])
    }
}
