public import Compensation
import TransparencyLog

/// Computes settlements from the docket: from the point of view of a party, or exactly as a proposal says.
public struct SettlementComputer: Sendable {
    private let docket: Docket

    public init(_ docket: Docket) { self.docket = docket }

    /// The logs an agreement may draw on: its parties' `common` and agreement channels, as far as held.
    public func cut(for terms: AgreementTerms) -> [CutLog] {
        docket.heads.filter { head in
            guard let member = docket.roster.member(head.log.node) else { return false }
            return terms.entry.parties.contains(member.code) && isOpen(head.log, to: terms)
        }
    }

    /// Whether all parties of the agreement read logs of this channel.
    private func isOpen(_ log: LogOrigin, to terms: AgreementTerms) -> Bool {
        log.channel == terms.entry.channel || log.channel.text.sameBytes(as: "common")
    }

    private func mayRest(on log: LogOrigin, _ terms: AgreementTerms) -> Bool {
        let member = docket.roster.member(log.node)
        return isOpen(log, to: terms) && (member.map { terms.entry.parties.contains($0.code) } ?? false)
    }

    /// What `party` stands by, given `cut`: its own corrections and those it has endorsed count.
    /// To an onlooker such as the centre a correction counts once every party stands by it.
    public func compute(
        _ terms: AgreementTerms, _ period: Period, asSeenBy party: PartyCode, cut: [CutLog]
    ) -> Result<Computation, ComputationObstacle> {
        let deciding = terms.entry.parties.contains(party) ? [party] : terms.entry.parties
        let outside = corrections(for: terms, period, cut: cut)
            .filter { !deciding.allSatisfy($0.counts(for:)) }
            .map(\.record.reference)
        return compute(
            terms, period, RecordView(cut: cut, correctionsNotApplied: outside), notApplied: outside)
    }

    /// Exactly what a proposal claims to have computed; needs every log of its cut.
    public func replay(
        _ proposal: ProposalEntry, terms: AgreementTerms, history: any LogHistory
    ) throws -> Result<Computation, ComputationObstacle> {
        guard proposal.key.agreementDigest == terms.digest, proposal.schemeDigest == terms.entry.schemeDigest else {
            return .failure(.otherTerms)
        }
        guard proposal.cut.allSatisfy({ mayRest(on: $0.log, terms) }) else { return .failure(.otherTerms) }
        for line in proposal.cut {
            guard let root = try history.root(of: line.log, at: line.size) else { return .failure(.cutNotHeld(line)) }
            guard root == line.root else { return .failure(.cutDiffers(line)) }
        }
        let view = RecordView(cut: proposal.cut, correctionsNotApplied: proposal.correctionsNotApplied)
        return compute(terms, proposal.key.period, view, notApplied: proposal.correctionsNotApplied)
    }

    /// Corrections inside `cut` that touch readings of the agreement's sections: those of the period, or of any
    /// time where the scheme looks beyond it.
    public func corrections(
        for terms: AgreementTerms, _ period: Period, cut: [CutLog]
    ) -> [CorrectionRecord] {
        docket.readings.correctionRecords.filter { concerns($0, terms, period, cut) }
    }

    private func concerns(
        _ correction: CorrectionRecord, _ terms: AgreementTerms, _ period: Period, _ cut: [CutLog]
    ) -> Bool {
        terms.scheme.sections.contains { $0.id == correction.record.body.section }
            && correction.record.body.rows.contains {
                terms.scheme.looksBeyondPeriod || period.contains($0.old.time)
            }
            && cut.contains {
                $0.log == correction.record.reference.log && correction.record.reference.index < $0.size
            }
    }

    private func compute(
        _ terms: AgreementTerms, _ period: Period, _ view: RecordView, notApplied: [EntryReference]
    ) -> Result<Computation, ComputationObstacle> {
        var versions: [ReadingVersion] = []
        var conflicts: [ReadingConflict] = []
        for section in terms.scheme.sections.sorted(by: { $0.id < $1.id }) {
            let found = docket.readings.readings(
                of: section.id, in: terms.scheme.looksBeyondPeriod ? nil : period, view: view)
            versions += found.versions
            conflicts += found.conflicts
        }
        guard conflicts.isEmpty else { return .failure(.conflict(conflicts)) }
        let readings = versions.compactMap { $0.content.reading(of: $0.section) }
        switch terms.scheme.settle(period: period, readings: readings) {
        case .notComputable(let obstacle): return .failure(.scheme(obstacle))
        case .settled(let settlement):
            let document = SettlementDocument(settlement, terms: terms)
            return .success(
                Computation(
                    terms: terms,
                    key: SettlementKey(
                        agreement: terms.entry.agreement, agreementDigest: terms.digest, period: period),
                    settlement: settlement, document: document, digest: document.digest, cut: view.cut,
                    correctionsNotApplied: notApplied.sorted(),
                    versions: Self.versions(versions, of: settlement.inputs)))
        }
    }

    /// The recorded versions that the inputs are; both are ordered by section and time.
    private static func versions(_ versions: [ReadingVersion], of inputs: [SettlementInput]) -> [ReadingVersion] {
        var rest = versions[...]
        return inputs.compactMap { input in
            while let version = rest.popFirst() {
                if version.section == input.reading.section, version.content.time == input.reading.time {
                    return version
                }
            }
            return nil
        }
    }
}
