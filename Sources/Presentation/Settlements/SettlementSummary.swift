import Compensation
public import Federation
import TransparencyLog

/// One settlement in a list: where it stands and what it says.
public struct SettlementSummary: Sendable {
    public let settlement: SettlementCase
    /// Where it stands: `cleared` or `paid` where a clearing has taken it in, else the state of the case.
    public let state: SettlementState
    /// Who has to act on it.
    public let duties: [SettlementDuty]
    /// Who has to act on the money that its clearing demands. Lists of what waits leave them out: every settlement of a
    /// year has the same, and conditions tell them once.
    public let moneyDuties: [SettlementDuty]
    /// Everybody who has to act.
    var mustAct: [SettlementDuty] { duties + moneyDuties }
    let now: Timestamp?
    let roster: Roster
    /// What the centre has verified for it; `nil` before.
    let verified: [TransferTerms]?
    /// What the shown result was computed with; `nil` where there is none, or where what the centre has verified cannot
    /// be replayed here.
    let computation: Computation?
    /// The corrections that this computation rests on, in canonical order.
    let corrections: [CorrectionRecord]

    /// - Parameters:
    ///   - clearing: what became of the agreement's settlements after they were recorded; nil where nothing has.
    ///   - now: tells which deadlines have passed; none is shown as such where it is nil.
    public init(
        _ settlement: SettlementCase, docket: Docket, clearing: SettlementClearing? = nil,
        duties: [SettlementDuty] = [], now: Timestamp? = nil
    ) {
        self.settlement = settlement
        state = clearing?.state(of: settlement) ?? settlement.state
        moneyDuties = clearing?.duties(of: settlement) ?? []
        self.duties = duties
        self.now = now
        roster = docket.roster
        verified = settlement.verified?.transfers
        let computation = SettlementComputer(docket).standing(settlement)
        self.computation = computation
        let histories = (computation?.versions ?? []).map(\.history)
        corrections = docket.readings.correctionRecords.filter { correction in
            histories.contains { $0.dropFirst().contains(correction.record.reference) }
        }
    }

    /// The transfers to show: verified ones when there are any, else what this node computes.
    public var transfers: [TransferTerms] { verified ?? ((try? settlement.own.get())?.transfers ?? []) }

    var ownDigest: String? { (try? settlement.own.get())?.digest.hex }

    /// Of the transfers to show.
    var digest: String? { settlement.standingDigest?.hex }

    var json: JSONValue {
        let objections: [JSONValue] = settlement.objections.map { json($0) }
        let positions: [JSONValue] = settlement.positions.map { json($0) }
        let members: [(String, JSONValue?)] = [
            ("agreement", .string(settlement.key.agreement.text)), ("period", .string(settlement.key.periodText)),
            ("state", .string(state.rawValue)),
            ("own_digest", ownDigest.map { .string($0) }),
            ("transfers", .array(transfers.map(\.json))), ("positions", .array(positions)),
            ("objections", .array(objections)),
            ("verdict", settlement.verdict.map { .string($0.body.conclusion.rawValue) }),
            ("obstacle", obstacle.map { .string($0.code) }),
            ("must_act", .array(mustAct.map { DutyWording.json($0, now: now) })),
        ]
        return .members(members)
    }

    /// Says that a verified result stands without its computation; `nil` where it has one, or is not verified.
    var missingComputation: Bilingual? {
        guard verified != nil, computation == nil else { return nil }
        return Bilingual(
            zh: "本节点现有日志不足以重现经核验的计算过程，故不列所采用的数据和计算步骤；金额以中央节点核验的结果为准。",
            en:
                "The logs held at this node are not enough to replay the computation that was verified, so neither readings nor steps are shown; the amount is the one that the centre verified."
        )
    }

    /// Why there is nothing to show; `nil` once the centre has verified a result.
    var shownObstacle: ComputationObstacle? { verified == nil ? obstacle : nil }

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

    /// For a table: the amount once.
    func row(_ transfer: TransferTerms, _ language: Language) -> String {
        let (payer, payee) = (partyName(transfer.payer, language), partyName(transfer.payee, language))
        return Bilingual(
            zh: "\(payer) → \(payee) \(transfer.amount.formattedWanYuan) 万元",
            en: "\(payer) → \(payee) \(transfer.amount.formattedYuan) yuan")(language)
    }

    func describe(_ transfer: TransferTerms, _ language: Language) -> String {
        let payer = partyName(transfer.payer, language)
        let payee = partyName(transfer.payee, language)
        return Bilingual(
            zh: "\(payer) → \(payee) \(transfer.amount.formattedWanYuan) 万元（\(transfer.amount.count) 分）",
            en: "\(payer) → \(payee) \(transfer.amount.formattedYuan) yuan (\(transfer.amount.count) fen)")(language)
    }

    /// Aligned list with, below, every standing objection in words.
    static func table(
        _ summaries: [SettlementSummary], _ language: Language, digestDigits: Int = 12
    ) -> String {
        let header = [
            Bilingual(zh: "协议", en: "agreement"), Bilingual(zh: "核算期", en: "period"),
            Bilingual(zh: "状态", en: "state"), Bilingual(zh: "核算结果", en: "result"),
            Bilingual(zh: "摘要", en: "digest"),
        ].map { $0(language) }
        let rows = summaries.map { summary in
            [
                summary.settlement.key.agreement.text, summary.settlement.key.periodText,
                summary.state.name(language), summary.result(language),
                summary.digest.map { String($0.prefix(digestDigits)) } ?? "-",
            ]
        }
        return
            ([TextTable.rendered(header, rightAligned: [], rows: rows)] + summaries.flatMap { $0.objections(language) }
            + summaries.flatMap { $0.lines(of: $0.duties, language) })
            .joined(separator: "\n")
    }

    private func result(_ language: Language) -> String {
        if let obstacle = shownObstacle { return ObstacleWording.text(obstacle)(language) }
        let payments = transfers.map { row($0, language) }
        return payments.isEmpty
            ? Bilingual(zh: "无需支付", en: "nothing to pay")(language) : Punctuation.list(payments, language)
    }

    func lines(of duties: [SettlementDuty], _ language: Language) -> [String] {
        duties.map { duty in
            "  \(settlement.key.text) "
                + DutyWording.text(duty, name: partyName(duty.party, language), now: now, language)
        }
    }

    /// What each party and the centre say, one line each.
    func statements(_ language: Language) -> [String] {
        var lines = settlement.positions.map { position -> String in
            let proposal = position.proposal.map { String($0.body.settlementDigest.hex.prefix(12)) } ?? "-"
            let acceptance = position.acceptance.map { String($0.body.settlementDigest.hex.prefix(12)) } ?? "-"
            return "  " + partyName(position.party, language)
                + Bilingual(
                    zh: "：提议 \(proposal)，认可 \(acceptance)", en: ": proposed \(proposal), accepted \(acceptance)")(
                    language)
        }
        if let verdict = settlement.verdict {
            lines.append("  " + VerdictWording.text(verdict.body.conclusion)(language))
        }
        return lines
    }

    /// One line each.
    func objections(_ language: Language) -> [String] {
        settlement.objections.map { objection in
            let node = objection.reference.log.node
            let by = roster.member(node).map { partyName($0.code, language) } ?? node.text
            return "  " + Bilingual(zh: "\(by)异议：", en: "objection by \(by): ")(language)
                + DifferenceWording.text(objection.body.difference)(language)
        }
    }
}
