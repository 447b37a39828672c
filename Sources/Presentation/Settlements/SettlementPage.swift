public import Compensation
public import Federation
import TransparencyLog

/// What `settlements show` tells of one settlement: where it stands, who has to act, what was said, facts and
/// exemptions.
public struct SettlementPage: Report {
    let summary: SettlementSummary
    let facts: [Fact]
    let exemptions: [Exemption]

    public init(_ summary: SettlementSummary, facts: [Fact], exemptions: [Exemption]) {
        self.summary = summary
        self.facts = facts
        self.exemptions = exemptions
    }

    private var computation: Computation? { summary.computation }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("settlement", summary.json),
            ("facts", .array(facts.map(FactWording.json))),
            ("exemptions", .array(exemptions.map(ExemptionWording.json))),
            ("adjustment", computation?.adjustment.map(json)),
            ("exemptions_applied", computation.map { .array($0.basis.exemptionsApplied.map { .string($0.text) }) }),
            ("corrections_not_applied", computation.map { .array($0.correctionsNotApplied.map { .string($0.text) }) }),
        ])
    }

    private func json(_ adjustment: Adjustment) -> JSONValue {
        func list(_ transfers: [Transfer]) -> JSONValue {
            .array(
                transfers.map { transfer in
                    .members([
                        ("name", .string(transfer.name)), ("payer", .string(transfer.payer.text)),
                        ("payee", .string(transfer.payee.text)), ("amount_fen", .integer(transfer.amount.count)),
                    ])
                })
        }
        return .members([
            ("number", .integer(Int64(adjustment.number))), ("recorded", list(adjustment.recorded)),
            ("computed", list(adjustment.computed)), ("difference", list(adjustment.difference)),
        ])
    }

    public func text(_ language: Language) -> String {
        let settlement = summary.settlement
        let title = TerminalText.visible(settlement.terms.scheme.title(language))
        var lines = [
            "\(title)  \(settlement.key.periodText)  \(summary.state.name(language))",
            SettlementSummary.table([summary], language),
        ]
        lines += summary.lines(of: summary.moneyDuties, language)
        if let adjustment = computation?.adjustment {
            lines += ["", Bilingual(zh: "调整", en: "Adjustment")(language)]
            lines.append(line(Bilingual(zh: "已记账", en: "recorded"), adjustment.recorded, language))
            lines.append(line(Bilingual(zh: "现核算", en: "computed now"), adjustment.computed, language))
            lines.append(line(Bilingual(zh: "差额", en: "difference"), adjustment.difference, language))
        }
        lines += ["", Bilingual(zh: "各方表态", en: "What was said")(language)] + summary.statements(language)
        if !facts.isEmpty {
            lines += ["", Bilingual(zh: "核定数据", en: "Facts")(language)]
            lines += facts.map { "  " + FactWording.text($0, summary.partyName, language) }
        }
        if !exemptions.isEmpty {
            lines += ["", Bilingual(zh: "免除申请", en: "Exemptions")(language)]
            lines += exemptions.map { "  " + ExemptionWording.text($0, summary.partyName, language) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ label: Bilingual, _ transfers: [Transfer], _ language: Language) -> String {
        let payments = transfers.map { transfer in
            TerminalText.visible(transfer.name) + " "
                + summary.describe(
                    TransferTerms(payer: transfer.payer, payee: transfer.payee, amount: transfer.amount), language)
        }
        let text =
            payments.isEmpty
            ? Bilingual(zh: "无需支付", en: "nothing to pay")(language) : Punctuation.list(payments, language)
        return "  " + label(language) + Bilingual(zh: "：", en: ": ")(language) + text
    }
}
