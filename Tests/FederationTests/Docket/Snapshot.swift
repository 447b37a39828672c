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
        lines += docket.roster.members.compactMap { docket.keys.keys(of: $0.node) }.flatMap(keys)
        lines += docket.epochs.opened.map { "opened \($0.reference.text) after \($0.body.previous.log.text)" }
        lines += docket.epochs.closed.map { "closed \($0.reference.text) before \($0.body.next.text)" }
        lines += docket.epochs.overrun(docket.heads).map { "overrun \($0.reference.text)" }
        lines += docket.heads.map { "head \($0.log.text) \($0.size) \($0.root.hex)" }
        return lines
    }

    private static func keys(_ keys: NodeKeys) -> [String] {
        zip(keys.accepted, keys.since).map { "key \(keys.node.text) \(KeyFingerprint(of: $0).hex) \($1?.text ?? "-")" }
            + keys.retired.map { "retired \(KeyFingerprint(of: $0).hex)" }
            + keys.rotations.map {
                "rotation \($0.record.reference.text) \($0.countersignedBy.map(\.text)) \($0.isCountersigned)"
            } + keys.refused.map { "refused \($0.reference.text) \($0.problem.rawValue)" }
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
