public import Compensation

/// Looks over the docket and lists the settlements it contains.
public struct SettlementDesk: Sendable {
    public let docket: Docket
    public let viewer: PartyCode
    public let now: Timestamp

    public init(_ docket: Docket, viewer: PartyCode, now: Timestamp) {
        self.docket = docket
        self.viewer = viewer
        self.now = now
    }

    /// Agreements in force, and for each the periods with data or statements; sorted by agreement, then period.
    public var cases: [SettlementCase] {
        docket.agreements.terms.filter(\.inForce).flatMap { terms in
            periods(of: terms).map { period in
                SettlementCase(
                    docket, terms: terms, period: period, viewer: viewer, periodEnded: hasEnded(period))
            }
        }
    }

    public func hasEnded(_ period: Period) -> Bool {
        now.civilTime.map { !($0 < period.end) } ?? false
    }

    private func periods(of terms: AgreementTerms) -> [Period] {
        var periods: [Period] = []
        func add(_ period: Period) {
            guard terms.entry.validFrom.start <= period.start, period.end <= terms.entry.validTo.end,
                !periods.contains(period)
            else { return }
            periods.append(period)
        }
        for section in terms.scheme.sections {
            for time in docket.readings.times(of: section.id) where periods.last.map({ !$0.contains(time) }) ?? true {
                if let period = terms.scheme.periodKind.period(containing: time) { add(period) }
            }
        }
        for proposal in docket.settlements.proposals
        where proposal.record.body.key.agreementDigest == terms.digest
            && terms.entry.parties.contains(proposal.party)
            && proposal.record.reference.log.channel == terms.entry.channel
        {
            add(proposal.record.body.key.period)
        }
        return periods.sorted()
    }
}
