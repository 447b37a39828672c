public import Compensation
public import Federation
import TransparencyLog

/// What `clearing show` shows: every settlement of the year, what the centre said, and what this node computes,
/// with the centre or without it.
public struct ClearingReport: Report {
    let clearing: ClearingCase
    var settlements: [VerifiedSettlement]
    private let agreedOnly: [(period: Period, transfers: [TransferTerms])]
    var claims: [ClaimRow]
    /// Of the clearings that stand, or of what would be cleared.
    var positions: [(party: PartyCode, net: Fen)]
    let names: PartyNames
    private let rules: ClearingTerms

    public init(_ clearing: ClearingCase, _ desk: ClearingDesk) {
        self.clearing = clearing
        settlements = desk.settlements(of: clearing.year, clearing.terms)
        agreedOnly = desk.agreedOnly(clearing)
        claims = clearing.claims.map { ClaimRow($0, clearing.terms, desk.docket, now: desk.now) }
        names = PartyNames(desk.docket, clearing.terms)
        rules = ClearingTerms(clearing.terms)
        let owed = clearing.claims.map(\.transfer)
        positions = Netting.positions(owed.isEmpty ? clearing.next?.transfers ?? [] : owed) ?? []
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("agreement", .string(clearing.terms.entry.agreement.text)),
            ("year", .string(clearing.year.text)), ("state", .string(ClearingList.state(clearing).code)),
            (
                "settlements",
                .array(
                    settlements.map { settlement in
                        .members([
                            ("period", .string(settlement.key.periodText)),
                            ("settlement_digest", .string(settlement.cleared.settlementDigest.hex)),
                            ("transfers", .array(settlement.transfers.map(\.json))),
                        ])
                    })
            ), ("unsettled", .array(unsettled.map { .string($0.text) })),
            ("agreed_unverified", .array(agreedOnly.map { .string($0.period.text) })),
            (
                "clearings",
                .array(
                    clearing.records.map { record in
                        .members([
                            ("place", .string(record.record.reference.text)),
                            ("number", .integer(Int64(record.entry.number))),
                            ("standing", .string(MoneyWording.code(record.standing))),
                            ("transfers", .array(record.entry.transfers.map(\.json))),
                        ])
                    })
            ), ("computed", .array((clearing.next?.transfers ?? []).map(\.json))),
            ("computed_advances_fen", .integer(advances.count)),
            (
                "positions",
                .array(
                    positions.map {
                        .members([("party", .string($0.party.text)), ("net_fen", .integer($0.net.count))])
                    })
            ),
            ("claims", .array(claims.map(\.json))), ("payment_days", .integer(Int64(rules.paymentDays))),
            ("confirmation_days", .integer(Int64(rules.confirmationDays))),
            ("surcharge_percent", .integer(Int64(rules.surchargePercent))),
        ])
    }

    public var rowsMember: String? { "settlements" }

    private var unsettled: [Period] { clearing.missing }
    private var advances: Fen { Fen.sum((clearing.next?.advances ?? []).map(\.amount)) ?? .zero }

    public func text(_ language: Language) -> String {
        var lines = [
            "\(clearing.terms.entry.agreement.text) \(clearing.year.text): "
                + ClearingList.state(clearing).words(language)
        ]
        let titles = [Bilingual(zh: "核算期", en: "period"), Bilingual(zh: "核算结果", en: "result")].map { $0(language) }
        let rows =
            settlements.map { [$0.key.periodText, transfers($0.transfers, language)] }
            + agreedOnly.map { agreed in
                let note = Bilingual(zh: "（各方一致，中央未核验）", en: " (agreed, not verified)")(language)
                return [agreed.period.text, transfers(agreed.transfers, language) + note]
            }
        lines.append(TextTable.rendered(titles, rightAligned: [], rows: rows))
        if !unsettled.isEmpty {
            let list = unsettled.map(\.text).joined(separator: ", ")
            lines.append(
                Bilingual(zh: "尚未核验、不在清算之内：\(list)", en: "not verified and not taken in: \(list)")(language))
        }
        for record in clearing.records {
            let number = record.entry.number
            lines.append(
                Bilingual(zh: "第 \(number) 次清算", en: "clearing \(number)")(language)
                    + " [\(record.record.reference.text)]: " + MoneyWording.standing(record.standing)(language))
            lines += record.entry.transfers.map { "  " + describe($0, language) }
        }
        lines += computed(language)
        lines += positions.map { "  \(names.name($0.party, language)) \(MoneyWording.amount($0.net, language))" }
        if !claims.isEmpty { lines.append(ClaimRow.table(claims, language)) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func computed(_ language: Language) -> [String] {
        guard let next = clearing.next, !next.settlements.isEmpty || !next.advances.isEmpty else { return [] }
        let title = Bilingual(
            zh: "本节点算得，尚未清算的 \(next.settlements.count) 期，扣减预拨 \(advances.formattedWanYuan) 万元：",
            en:
                "computed here from \(next.settlements.count) settlements not cleared yet, less \(advances.formattedYuan) yuan in advance:"
        )(language)
        let nothing = Bilingual(zh: "  无需支付", en: "  nothing to pay")(language)
        return [title] + (next.transfers.isEmpty ? [nothing] : next.transfers.map { "  " + describe($0, language) })
    }

    func transfers(_ transfers: [TransferTerms], _ language: Language) -> String {
        let lines = transfers.filter { $0.amount > .zero }.map {
            "\(names.pair($0.payer, $0.payee, language)) \(MoneyWording.amount($0.amount, language))"
        }
        return lines.isEmpty
            ? Bilingual(zh: "无需支付", en: "nothing to pay")(language) : Punctuation.list(lines, language)
    }

    private func describe(_ transfer: ClearingTransfer, _ language: Language) -> String {
        let river = transfer.river.map { " \(TerminalText.visible($0))" } ?? ""
        return "\(names.pair(transfer.payer, transfer.payee, language)) "
            + MoneyWording.amount(transfer.amount, language) + river
    }
}
