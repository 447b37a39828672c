public import Compensation
public import Federation
import TransparencyLog

/// What `proposals` shows: the proposals that parties stand by, and who has accepted them.
public struct ProposalList: Report {
    private let summaries: [SettlementSummary]

    public init(_ summaries: [SettlementSummary]) { self.summaries = summaries }

    private struct Line {
        let summary: SettlementSummary
        let party: PartyCode
        let proposal: EntryRecord<ProposalEntry>

        var acceptedBy: [PartyCode] {
            summary.settlement.positions.filter {
                $0.acceptance?.body.settlementDigest == proposal.body.settlementDigest
            }.map(\.party)
        }
    }

    private var lines: [Line] {
        summaries.flatMap { summary in
            summary.settlement.positions.compactMap { position in
                position.proposal.map { Line(summary: summary, party: position.party, proposal: $0) }
            }
        }
    }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "proposals",
                .array(
                    lines.map { line in
                        .members([
                            ("place", .string(line.proposal.reference.text)),
                            ("agreement", .string(line.summary.settlement.key.agreement.text)),
                            ("period", .string(line.summary.settlement.key.periodText)),
                            ("party", .string(line.party.text)), ("at", .string(line.proposal.at.text)),
                            ("settlement_digest", .string(line.proposal.body.settlementDigest.hex)),
                            ("transfers", .array(line.proposal.body.transfers.map(\.json))),
                            ("accepted_by", .array(line.acceptedBy.map { .string($0.text) })),
                        ])
                    })
            ),
        ])
    }

    public var rowsMember: String? { "proposals" }

    public func text(_ language: Language) -> String { text(language, wide: false) }

    public func wideText(_ language: Language) -> String { text(language, wide: true) }

    private func text(_ language: Language, wide: Bool) -> String {
        guard !lines.isEmpty else { return Bilingual(zh: "还没有提议。", en: "No proposals yet.")(language) + "\n" }
        let titles = [
            Bilingual(zh: "条目", en: "entry"), Bilingual(zh: "协议", en: "agreement"),
            Bilingual(zh: "核算期", en: "period"), Bilingual(zh: "提议方", en: "by"),
            Bilingual(zh: "结果", en: "result"), Bilingual(zh: "已认可", en: "accepted by"),
        ]
        let rows = lines.map { line in
            let payments = line.proposal.body.transfers.map { line.summary.row($0, language) }
            let row = [
                line.proposal.reference.text, line.summary.settlement.key.agreement.text,
                line.summary.settlement.key.periodText, line.summary.partyName(line.party, language),
                payments.isEmpty
                    ? Bilingual(zh: "无需支付", en: "nothing to pay")(language) : Punctuation.list(payments, language),
                line.acceptedBy.map { line.summary.partyName($0, language) }.joined(separator: ", "),
            ]
            return row + (wide ? [line.proposal.at.text, line.proposal.body.settlementDigest.hex] : [])
        }
        let columns = (titles + (wide ? [Bilingual(zh: "时间", en: "at"), Bilingual(zh: "摘要", en: "digest")] : [])).map {
            $0(language)
        }
        return TextTable.rendered(columns, rightAligned: [], rows: rows) + "\n"
    }
}
