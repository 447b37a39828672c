public import Compensation
public import Federation
import TransparencyLog

/// What a verification code stands for: the reader compares it with the sheet in hand.
public struct VerificationContent: PageContent {
    private let code: String
    private let found: [SettlementSummary]
    private let replaced: [EntryRecord<ProposalEntry>]

    /// - Parameters:
    ///   - code: as typed.
    ///   - found: settlements whose result has it.
    ///   - replaced: proposals with it that are not what stands now.
    public init(code: String, found: [SettlementSummary], replaced: [EntryRecord<ProposalEntry>]) {
        self.code = code
        self.found = found
        self.replaced = replaced
    }

    public let title = Bilingual(zh: "按核验码查对结算单", en: "Look up a statement by its code")

    public var path: [String] { ["verify"] + (code.isEmpty ? [] : [code]) }

    public func markup(_ language: Language) -> Markup {
        .joined([Self.form(language), code.isEmpty ? .none : answer(language)])
    }

    /// Asks for a code; a form that only reads.
    static func form(_ language: Language) -> Markup {
        .element(.form, .named(.method, "get"), .action(PageAddress(language, ["verify"]))) {
            Markup.element(.p) {
                Markup.element(.label, .named(.for, "code")) {
                    Bilingual(zh: "结算单上的核验码：", en: "Verification code of the statement: ")(language)
                }
                Markup.element(
                    .input, .id("code"), .named(.name, "code"), .named(.type, "text"), .named(.maxlength, "80"),
                    .named(.autocomplete, "off"), .on(.required))
                " "
                Markup.element(.button, .named(.type, "submit")) { Bilingual(zh: "查对", en: "Look up")(language) }
            }
        }
    }

    private func answer(_ language: Language) -> Markup {
        guard !found.isEmpty || !replaced.isEmpty else {
            return .element(.p, .class("warning")) {
                Bilingual(
                    zh: "没有核验码为 \(code) 的结算单。请核对后重新输入；若与纸面一致，请勿据此付款并联系出具单位。",
                    en:
                        "There is no statement with the code \(code). If it is what the paper says, do not pay by it and ask whoever issued it."
                )(language)
            }
        }
        return .joined([
            .joined(found.map { sheet($0, language) }),
            replaced.isEmpty || !found.isEmpty
                ? .none
                : .element(.p, .class("warning")) {
                    Bilingual(
                        zh: "该核验码对应的结果曾被提议，后被取代，现已无效：",
                        en: "The result with this code was proposed once and has been replaced; it is no longer valid: "
                    )(language)
                    replaced.map { "\($0.body.key.text) [\($0.reference.text)]" }.joined(separator: ", ")
                },
        ])
    }

    private func sheet(_ summary: SettlementSummary, _ language: Language) -> Markup {
        let key = summary.settlement.key
        var facts = FactSheet()
        facts.add(
            "结算单", "Statement",
            .link(
                PageAddress(language, ["statements"] + summary.path.dropFirst()),
                "\(key.agreement.text)/\(key.periodText)"))
        facts.add("协议", "Agreement", summary.settlement.terms.scheme.title(language))
        facts.add("核算期", "Period", key.periodText)
        facts.add("状态", "State", StateBadge.markup(summary.state, language))
        for transfer in summary.transfers {
            facts.add(
                "金额", "Amount",
                "\(summary.partyName(transfer.payer, language)) → \(summary.partyName(transfer.payee, language)) ¥\(transfer.amount.formattedYuan) 人民币\(transfer.amount.capitals)"
            )
        }
        return .joined([
            .element(.h2) { Bilingual(zh: "该核验码对应的结算单", en: "The statement with this code")(language) },
            summary.verified == nil
                ? .element(.p, .class("warning")) { SettlementStatement.standing(isVerified: false)(language) } : .none,
            facts.markup(language),
            .element(.p) {
                Bilingual(
                    zh: "请逐项与纸面核对：当事方、核算期、金额大小写均须一致。",
                    en:
                        "Compare with the paper: parties, period, and the amount in figures and in capitals must be the same."
                )(
                    language)
            },
        ])
    }
}
