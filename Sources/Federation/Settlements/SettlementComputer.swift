public import Compensation
import TransparencyLog

/// Computes settlements from the docket: from the point of view of a party, or exactly as a proposal says.
public struct SettlementComputer: Sendable {
    let docket: Docket
    private let earlier: EarlierComputations

    /// - Parameter earlier: what need not be computed again.
    public init(_ docket: Docket, earlier: EarlierComputations = EarlierComputations()) {
        self.docket = docket
        self.earlier = earlier
    }

    /// The logs an agreement may draw on: its parties' `common` and agreement channels, as far as held.
    public func cut(for terms: AgreementTerms) -> [CutLog] {
        terms.entry.parties.compactMap { docket.roster.member($0) }
            .flatMap { docket.heads(of: $0.node) }
            .filter { isOpen($0.log, to: terms) }
            .sorted()
    }

    /// Whether all parties of the agreement read logs of this channel.
    private func isOpen(_ log: LogOrigin, to terms: AgreementTerms) -> Bool {
        log.channel == terms.entry.channel || log.channel == .common
    }

    private func mayRest(on log: LogOrigin, _ terms: AgreementTerms) -> Bool {
        let member = docket.roster.member(log.node)
        return isOpen(log, to: terms) && (member.map { terms.entry.parties.contains($0.code) } ?? false)
    }

    /// What `party` stands by, given `cut`: its own corrections and jointly monitored readings count, and those it
    /// has endorsed. To an onlooker such as the centre they count once every party stands by them, and so they do in
    /// an adjustment: what is recorded is touched only by what all agree on. `exemptions` are the approvals to use; by
    /// default those of every exemption that both offices have approved.
    public func compute(
        _ terms: AgreementTerms, _ period: Period, adjustment: Int? = nil, asSeenBy party: PartyCode, cut: [CutLog],
        exemptions: [EntryReference]? = nil
    ) -> Result<Computation, ComputationObstacle> {
        let isOnesOwn = adjustment == nil && terms.entry.parties.contains(party)
        let deciding = isOnesOwn ? [party] : terms.entry.parties
        let outside =
            corrections(for: terms, period, cut: cut).filter { !deciding.allSatisfy($0.counts(for:)) }
            .map(\.record.reference)
            + jointReadings(for: terms, period, cut: cut).filter { !deciding.allSatisfy($0.counts(for:)) }
            .map(\.reference)
        let approved = exemptions ?? self.exemptions(for: terms, period).flatMap(\.approvals).sorted()
        let key = terms.key(period).adjusted(adjustment)
        let basis = ComputationBasis(cut: cut, correctionsNotApplied: outside, exemptionsApplied: approved)
        return earlier.computation(terms, key, basis).map { .success($0) } ?? compute(terms, key, basis)
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
        return compute(terms, proposal.key, ComputationBasis(proposal))
    }

    /// Corrections inside `cut` that touch readings of the agreement's sections from sources that bind there: those of
    /// the period, or of any time where the scheme looks beyond it.
    public func corrections(
        for terms: AgreementTerms, _ period: Period, cut: [CutLog]
    ) -> [CorrectionRecord] {
        terms.scheme.sections.flatMap { docket.readings.correctionRecords(of: $0.id) }
            .filter { concerns($0, terms, period, cut) }
            .sorted { $0.record.reference < $1.record.reference }
    }

    /// Jointly monitored readings inside `cut` that count only where they are endorsed: those of the period, or of
    /// any time where the scheme looks beyond it.
    public func jointReadings(
        for terms: AgreementTerms, _ period: Period, cut: [CutLog]
    ) -> [ReadingsRecord] {
        terms.entry.authority.filter(\.needsEndorsement).flatMap { line in
            docket.readings.records(of: line.section, source: line.source).filter { record in
                (terms.scheme.looksBeyondPeriod || record.touches(period))
                    && cut.contains { $0.includes(record.reference) }
            }
        }
    }

    private func concerns(
        _ correction: CorrectionRecord, _ terms: AgreementTerms, _ period: Period, _ cut: [CutLog]
    ) -> Bool {
        terms.binds(correction.record.body.source, at: correction.record.body.section)
            && correction.record.body.rows.contains {
                terms.scheme.looksBeyondPeriod || period.contains($0.old.time)
            }
            && cut.contains { $0.includes(correction.record.reference) }
    }

    func compute(
        _ terms: AgreementTerms, _ key: SettlementKey, _ basis: ComputationBasis
    ) -> Result<Computation, ComputationObstacle> {
        do throws(ComputationObstacle) {
            let (settlement, versions) = try settle(terms, key, basis)
            let adjustment = try key.preceding.map { preceding throws(ComputationObstacle) in
                try self.adjustment(of: preceding, terms, to: settlement)
            }
            let document = SettlementDocument(settlement, terms: terms, adjustment: adjustment)
            return .success(
                Computation(
                    terms: terms, key: key, settlement: settlement, adjustment: adjustment, document: document,
                    digest: document.digest, basis: basis,
                    versions: Self.versions(versions, of: settlement.inputs)))
        } catch {
            return .failure(error)
        }
    }

    /// The scheme's result for the period of `key` from what `basis` lets in.
    func settle(
        _ terms: AgreementTerms, _ key: SettlementKey, _ basis: ComputationBasis
    ) throws(ComputationObstacle) -> (Settlement, [ReadingVersion]) {
        let period = key.period
        let view = RecordView(cut: basis.cut, correctionsNotApplied: basis.correctionsNotApplied)
        var versions: [ReadingVersion] = []
        var conflicts: [ReadingConflict] = []
        for section in terms.scheme.sections.sorted(by: { $0.id < $1.id }) {
            let found = docket.readings.readings(
                of: section.id, in: terms.scheme.looksBeyondPeriod ? nil : period, view: view,
                authority: terms.authority(at: section.id))
            versions += found.versions
            conflicts += found.conflicts
        }
        guard conflicts.isEmpty else { throw .conflict(conflicts) }
        let readings = versions.compactMap { $0.content.reading(of: $0.section) }
        let supplied = try supplied(terms, key, basis)
        switch terms.scheme.settle(period: period, readings: readings, supplied: supplied) {
        case .notComputable(let obstacle): throw .scheme(obstacle)
        case .settled(let settlement): return (settlement, versions)
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
