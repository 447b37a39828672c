import Compensation
import Federation
import TransparencyLog

/// Everything a docket says to the outside, as text.
enum Snapshot {
    static func lines(
        _ docket: Docket, viewer: PartyCode, now: Timestamp, earlier: EarlierComputations = EarlierComputations()
    ) throws -> [String] {
        let desk = SettlementDesk(docket, viewer: viewer, now: now, earlier: earlier)
        var lines = desk.cases.flatMap(settlement)
        let duties = SettlementDuties(docket, calendar: .weekends, standardWindow: 15)
        lines += desk.cases.flatMap(duties.duties).map {
            "duty \($0.party.text) \($0.act.rawValue) \($0.by?.text ?? "-") \($0.subject)"
        }
        for terms in docket.agreements.terms {
            lines += desk.cases.filter { $0.terms.digest == terms.digest }.flatMap {
                SettlementComputer(docket).facts(for: terms, $0.key.period)
            }.map { "fact \($0.name.text) \($0.agreed ?? "-") \($0.latest.map(\.place.text))" }
        }
        for digest in docket.agreements.terms.map(\.digest) {
            lines += docket.facts.statements(under: digest).map { "facts \($0.party.text) \($0.record.reference.text)" }
            lines += docket.exemptions.requests(under: digest)
                .map { "request \($0.party.text) \($0.record.reference.text)" }
        }
        lines += docket.sections.sections.map { "section \($0.section.text) \($0.name.zh) \($0.river)" }
        lines += docket.sections.records.map { "section record \($0.reference.text)" }
        lines += docket.readings.correctionRecords.map { record in
            "correction \(record.record.reference.text) \(record.author.text) \(record.endorsedBy.map(\.text))"
        }
        lines += docket.agreements.schemes.map { "scheme \($0.digest.hex) \($0.reference.text)" }
        lines += docket.agreements.terms.flatMap(terms)
        lines += docket.settlements.proposals.map { "proposal \($0.party.text) \($0.record.reference.text)" }
        lines += docket.settlements.acceptances.map { "acceptance \($0.party.text) \($0.record.reference.text)" }
        lines += docket.settlements.objections.map { "objection \($0.party.text) \($0.record.reference.text)" }
        lines += docket.settlements.verdicts.map { "verdict \($0.reference.text) \($0.body.conclusion.rawValue)" }
        lines += docket.ledger.rewards.map { "reward \($0.reference.text) \($0.body.amount.count)" }
        lines += docket.ledger.deductions.map { "deduction \($0.reference.text) \($0.body.amount.count)" }
        lines += try centre(docket, now)
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

    private static func centre(_ docket: Docket, _ now: Timestamp) throws -> [String] {
        let book = try LedgerBook(docket, history: Heads(docket: docket))
        var lines = book.items.map {
            "ledger \($0.basin) \($0.year.text) \($0.sort.rawValue) \($0.party.text) \($0.amount.count) \($0.subject) "
                + "\($0.place.text) \($0.standing)"
        }
        lines += book.accounts.map { "account \($0.basin) \($0.year.text)" }
        lines += docket.incidents.incidents.map { "incident \($0.party.text) \($0.record.reference.text)" }
        lines += docket.centre.standingRulings.map { "ruling \($0.reference.text)" }
        lines += LevyDesk(docket, now: now).owed.map { "owed \($0.pair.section.text) \($0.month.text)" }
        lines += docket.centre.levies.map { "levy \($0.reference.text)" }
        lines += docket.centre.charges.map { "charge \($0.reference.text)" }
        return lines
    }

    private static func terms(_ terms: AgreementTerms) -> [String] {
        [
            "terms \(terms.digest.hex) \(terms.signedBy.map(\.text)) \(terms.inForce)",
            "  drafted \(terms.draftedBy.map(\.text)) problems \(terms.problems.map(\.code.rawValue))",
            "  replaced \(terms.replaced?.by.hex ?? "-") end \(terms.agreedEnd?.lastPeriod.text ?? "-")",
            "  filing \(terms.filing?.record.reference.text ?? "-") filed \(terms.filed?.reference.text ?? "-")",
        ] + terms.ends.map { "  end \($0.party.text) \($0.record.body.lastPeriod.text)" }
    }

    private static func keys(_ keys: NodeKeys) -> [String] {
        zip(keys.accepted, keys.since).map { "key \(keys.node.text) \(KeyFingerprint(of: $0).hex) \($1?.text ?? "-")" }
            + keys.retired.map { "retired \(KeyFingerprint(of: $0).hex)" }
            + keys.rotations.map {
                "rotation \($0.record.reference.text) \($0.countersignedBy.map(\.text)) \($0.isCountersigned)"
            } + keys.refused.map { "refused \($0.reference.text) \($0.problem.rawValue)" }
    }

    private static func settlement(_ settlement: SettlementCase) -> [String] {
        var lines = ["case \(settlement.key.text) \(settlement.state.rawValue)"]
        switch settlement.own {
        case .failure(let obstacle): lines.append("obstacle \(obstacle.code)")
        case .success(let own):
            lines.append("document \(String(decoding: own.document.bytes, as: UTF8.self))")
            lines.append("not applied \(own.correctionsNotApplied.map(\.text))")
            lines.append("exempted \(own.basis.exemptionsApplied.map(\.text))")
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
