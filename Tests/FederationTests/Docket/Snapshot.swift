import Compensation
import Federation
import TransparencyLog

/// Everything a docket says to the outside, as text.
enum Snapshot {
    static func lines(_ docket: Docket, viewer: PartyCode, now: Timestamp) -> [String] {
        let desk = SettlementDesk(docket, viewer: viewer, now: now)
        var lines = desk.cases.flatMap(settlement)
        lines += docket.sections.sections.map { "section \($0.section.text) \($0.name.zh) \($0.river)" }
        lines += docket.sections.records.map { "section record \($0.reference.text)" }
        lines += docket.readings.correctionRecords.map { record in
            "correction \(record.record.reference.text) \(record.author.text) \(record.endorsedBy.map(\.text))"
        }
        lines += docket.agreements.schemes.map { "scheme \($0.digest.hex) \($0.reference.text)" }
        lines += docket.agreements.terms.map { "terms \($0.digest.hex) \($0.signedBy.map(\.text)) \($0.inForce)" }
        lines += docket.settlements.proposals.map { "proposal \($0.party.text) \($0.record.reference.text)" }
        lines += docket.settlements.acceptances.map { "acceptance \($0.party.text) \($0.record.reference.text)" }
        lines += docket.settlements.objections.map { "objection \($0.party.text) \($0.record.reference.text)" }
        lines += docket.settlements.verdicts.map { "verdict \($0.reference.text) \($0.body.conclusion.rawValue)" }
        lines += docket.ledger.rewards.map { "reward \($0.reference.text) \($0.body.amount.count)" }
        lines += docket.ledger.deductions.map { "deduction \($0.reference.text) \($0.body.amount.count)" }
        lines += docket.notUnderstood.summaries.map {
            "not understood \($0.first.text) \($0.problem.code.rawValue) \($0.count)"
        }
        lines += docket.heads.map { "head \($0.log.text) \($0.size) \($0.root.hex)" }
        return lines
    }

    private static func settlement(_ settlement: SettlementCase) -> [String] {
        var lines = ["case \(settlement.key.agreement.text) \(settlement.key.period.text) \(settlement.state.rawValue)"]
        switch settlement.own {
        case .failure(let obstacle): lines.append("obstacle \(obstacle.code)")
        case .success(let own):
            lines.append("document \(String(decoding: own.document.bytes, as: UTF8.self))")
            lines.append("not applied \(own.correctionsNotApplied.map(\.text))")
            lines += own.versions.map { "input \($0.content.time.text) \($0.history.map(\.text))" }
        }
        lines += settlement.positions.map { position in
            "position \(position.party.text) \(position.proposal?.reference.text ?? "-") "
                + "\(position.acceptance?.reference.text ?? "-")"
        }
        lines += settlement.objections.map { "standing objection \($0.reference.text)" }
        lines.append(
            "agreed \(settlement.agreedDigest?.hex ?? "-") verdict \(settlement.verdict?.reference.text ?? "-")")
        return lines
    }
}
