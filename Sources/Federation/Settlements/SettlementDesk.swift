public import Compensation

/// Looks over the docket and lists the settlements it contains.
public struct SettlementDesk: Sendable {
    public let docket: Docket
    public let viewer: PartyCode
    public let now: Timestamp
    private let computer: SettlementComputer
    private var known: [SettlementCase]?

    /// - Parameter earlier: of a look at less, at more or at the same; what it does not tell is computed.
    public init(
        _ docket: Docket, viewer: PartyCode, now: Timestamp, earlier: EarlierComputations = EarlierComputations()
    ) {
        self.docket = docket
        self.viewer = viewer
        self.now = now
        computer = SettlementComputer(docket, earlier: earlier)
    }

    /// Agreements in force, and for each the periods with data or statements, each followed by its adjustments;
    /// sorted by agreement, then period.
    public var cases: [SettlementCase] { known ?? workedOut }

    /// The same desk with its cases worked out, for who asks for them more than once.
    public var prepared: SettlementDesk {
        var prepared = self
        prepared.known = cases
        return prepared
    }

    private var workedOut: [SettlementCase] {
        docket.agreements.terms.filter(\.inForce).flatMap { terms in
            periods(of: terms).flatMap { cases(terms, $0) }
        }
    }

    /// The settlement of a period and its adjustments, as far as there are any, in order.
    public func cases(_ terms: AgreementTerms, _ period: Period) -> [SettlementCase] {
        var cases = [settlement(terms, period, adjustment: nil)]
        while let last = cases.last, last.state == .verified || last.state == .recorded,
            (last.key.adjustment ?? 0) < SettlementKey.mostAdjustments
        {
            let number = (last.key.adjustment ?? 0) + 1
            // Nothing has changed, and nobody says that anything had.
            if let own = try? last.own.get(), own.digest == last.verdict?.body.settlementDigest,
                !isProposed(last.key.adjusted(number), terms)
            {
                break
            }
            let next = settlement(terms, period, adjustment: number)
            guard next.amountsToSomething || isProposed(next.key, terms) else { break }
            cases.append(next)
        }
        return cases
    }

    private func settlement(_ terms: AgreementTerms, _ period: Period, adjustment: Int?) -> SettlementCase {
        SettlementCase(
            docket, computer, terms: terms, period: period, adjustment: adjustment, viewer: viewer,
            periodEnded: hasEnded(period))
    }

    private func isProposed(_ key: SettlementKey, _ terms: AgreementTerms) -> Bool {
        terms.entry.parties.contains { docket.settlements.proposal(of: $0, for: key, in: terms.entry.channel) != nil }
    }

    /// Whether the agreement is settled by such periods and this one is left to it.
    public func covers(_ terms: AgreementTerms, _ period: Period) -> Bool {
        period.kind == terms.scheme.periodKind && terms.hasToSettle(period, docket.settlements)
    }

    /// Whether there is a settlement of the period: the agreement covers it, or it is on record.
    public func settles(_ terms: AgreementTerms, _ period: Period) -> Bool {
        covers(terms, period) || isRecorded(period, terms)
    }

    public func hasEnded(_ period: Period) -> Bool {
        now.civilTime.map { !($0 < period.end) } ?? false
    }

    private func periods(of terms: AgreementTerms) -> [Period] {
        var periods: [Period] = []
        func add(_ period: Period) {
            guard !periods.contains(period), settles(terms, period) else { return }
            periods.append(period)
        }
        for section in terms.scheme.sections {
            for time in docket.readings.times(of: section.id) where periods.last.map({ !$0.contains(time) }) ?? true {
                if let period = terms.scheme.periodKind.period(containing: time) { add(period) }
            }
        }
        for request in docket.exemptions.requests(under: terms.digest)
        where terms.entry.parties.contains(request.party)
            && request.record.reference.log.channel == terms.entry.channel
        {
            add(request.record.body.key.period)
        }
        for statement in docket.facts.statements(under: terms.digest)
        where terms.entry.parties.contains(statement.party)
            && statement.record.reference.log.channel == terms.entry.channel
        {
            add(statement.record.body.key.period)
        }
        for proposal in docket.settlements.proposals(under: terms.digest)
        where terms.entry.parties.contains(proposal.party)
            && proposal.record.reference.log.channel == terms.entry.channel
        {
            add(proposal.record.body.key.period)
        }
        return periods.sorted()
    }

    /// What the centre has verified stays on record, whatever became of the agreement since.
    private func isRecorded(_ period: Period, _ terms: AgreementTerms) -> Bool {
        terms.isRecorded(period, docket.settlements)
    }
}
