import Compensation
public import Federation
import TransparencyLog

/// One settlement in a list: where it stands and what it says.
public struct SettlementSummary: Sendable {
    public let settlement: SettlementCase
    let roster: Roster
    /// What the centre has verified for it; `nil` before.
    let verified: [TransferTerms]?
    /// The corrections that this node's computation rests on, in canonical order.
    let corrections: [CorrectionRecord]

    public init(_ settlement: SettlementCase, docket: Docket) {
        self.settlement = settlement
        roster = docket.roster
        verified = Self.verified(settlement.key, docket.settlements)
        let histories = ((try? settlement.own.get())?.versions ?? []).map(\.history)
        corrections = docket.readings.correctionRecords.filter { correction in
            histories.contains { $0.dropFirst().contains(correction.record.reference) }
        }
    }

    /// The payments of the accepted proposal that the centre recomputed, whatever the parties propose since.
    private static func verified(_ key: SettlementKey, _ said: SettlementRegister) -> [TransferTerms]? {
        guard let verdict = said.verified(key) else { return nil }
        let accepted = said.acceptances.first { verdict.body.acceptances.contains($0.record.reference) }
        return accepted.flatMap { said.proposal(at: $0.record.body.proposal) }?.record.body.transfers
    }

    /// The transfers to show: verified ones when there are any, else what this node computes.
    public var transfers: [TransferTerms] { verified ?? ((try? settlement.own.get())?.transfers ?? []) }

    var ownDigest: String? { (try? settlement.own.get())?.digest.hex }

    var json: JSONValue {
        let objections: [JSONValue] = settlement.objections.map { json($0) }
        let positions: [JSONValue] = settlement.positions.map { json($0) }
        let members: [(String, JSONValue?)] = [
            ("agreement", .string(settlement.key.agreement.text)), ("period", .string(settlement.key.period.text)),
            ("state", .string(settlement.state.rawValue)),
            ("own_digest", ownDigest.map { .string($0) }),
            ("transfers", .array(transfers.map(\.json))), ("positions", .array(positions)),
            ("objections", .array(objections)),
            ("verdict", settlement.verdict.map { .string($0.body.conclusion.rawValue) }),
            ("obstacle", obstacle.map { .string($0.code) }),
        ]
        return .members(members)
    }

    private var obstacle: ComputationObstacle? {
        if case .failure(let obstacle) = settlement.own { obstacle } else { nil }
    }

    private func json(_ position: SettlementCase.Position) -> JSONValue {
        .members([
            ("party", .string(position.party.text)),
            ("proposed_digest", position.proposal.map { .string($0.body.settlementDigest.hex) }),
            ("accepted_digest", position.acceptance.map { .string($0.body.settlementDigest.hex) }),
        ])
    }

    private func json(_ objection: EntryRecord<ObjectionEntry>) -> JSONValue {
        .members([
            ("by", roster.member(objection.reference.log.node).map { .string($0.code.text) }),
            ("proposal", .string(objection.body.proposal.text)),
            ("subject", .string(objection.body.difference.subject.rawValue)),
            ("place", .string(objection.body.difference.place)), ("own", .string(objection.body.difference.own)),
            ("other", .string(objection.body.difference.other)),
        ])
    }

    func partyName(_ code: PartyCode, _ language: Language) -> String {
        roster.member(code).map { TerminalText.visible($0.name(language)) } ?? code.text
    }

    func describe(_ transfer: TransferTerms, _ language: Language) -> String {
        let payer = partyName(transfer.payer, language)
        let payee = partyName(transfer.payee, language)
        return Bilingual(
            zh: "\(payer) → \(payee) \(transfer.amount.formattedWanYuan) 万元（\(transfer.amount.count) 分）",
            en: "\(payer) → \(payee) \(transfer.amount.formattedYuan) yuan (\(transfer.amount.count) fen)")(language)
    }

    /// Aligned list with, below, every standing objection in words.
    static func table(_ summaries: [SettlementSummary], _ language: Language) -> String {
        let header = [
            Bilingual(zh: "协议", en: "agreement"), Bilingual(zh: "核算期", en: "period"),
            Bilingual(zh: "状态", en: "state"), Bilingual(zh: "核算结果", en: "result"),
            Bilingual(zh: "摘要", en: "digest"),
        ].map { $0(language) }
        let rows = summaries.map { summary in
            [
                summary.settlement.key.agreement.text, summary.settlement.key.period.text,
                summary.settlement.state.name(language), summary.result(language),
                summary.ownDigest.map { String($0.prefix(12)) } ?? "-",
            ]
        }
        return
            ([TextTable.rendered(header, rightAligned: [], rows: rows)] + summaries.flatMap { $0.objections(language) })
            .joined(separator: "\n")
    }

    private func result(_ language: Language) -> String {
        if verified == nil, let obstacle { return ObstacleWording.text(obstacle)(language) }
        let payments = transfers.map { describe($0, language) }
        return payments.isEmpty
            ? Bilingual(zh: "无需支付", en: "nothing to pay")(language) : payments.joined(separator: "；")
    }

    private func objections(_ language: Language) -> [String] {
        settlement.objections.map { objection in
            let node = objection.reference.log.node
            let by = roster.member(node).map { partyName($0.code, language) } ?? node.text
            return "  " + Bilingual(zh: "\(by)异议：", en: "objection by \(by): ")(language)
                + DifferenceWording.text(objection.body.difference)(language)
        }
    }
}
