public import Compensation

/// What neighbours without an agreement owe: computed from the centre's rules, the agreements that are held here, and
/// now. Only the pair and the centre hold a pair's agreements, so only they can tell; to others nothing is due.
///
/// A month is owed when at its end no agreement over the section had been signed by both. It stops with signing: the
/// month of the last signature is free, and months before it stay owed also where the agreement reaches back over them,
/// for what is levied is the time without a signature. When an agreement has run out or ended, months are owed again.
public struct LevyDesk: Sendable {
    private let docket: Docket
    private let now: Timestamp
    /// The agreements in force; without a levy nobody asks for them.
    private let agreements: [AgreementTerms]

    public init(_ docket: Docket, now: Timestamp) {
        self.docket = docket
        self.now = now
        agreements = docket.centre.levies.isEmpty ? [] : docket.agreements.terms.filter(\.inForce)
    }

    /// Months that are owed, whether charged or not, in order of pair and month.
    public var owed: [LevyMonth] {
        rulePairs.flatMap { pair in months(of: pair) }
    }

    /// Months that are owed and that the centre has not charged.
    public var uncharged: [LevyMonth] {
        var charged = Pigeonholes<LevyPair, EntryRecord<LevyChargeEntry>>()
        for charge in docket.centre.charges { charged.place(charge, under: charge.body.pair.regardless) }
        return owed.filter { month in
            !charged[month.pair.regardless].contains { $0.body.month == month.month }
        }
    }

    /// Pairs without an agreement for which months go on being owed, in order.
    public var running: [LevyPair] {
        rulePairs.compactMap { pair in
            guard let today = now.civilTime, let month = PeriodKind.month.period(containing: today),
                let named = rule(for: pair, in: month)?.pair, !isCovered(named, month, at: now)
            else { return nil }
            return named
        }
    }

    /// The latest rule that names the pair, with its word on who is upstream, decides from its first month on; after
    /// its last month nothing is owed, whatever an older one says. `limit` is the place up to which rules are heard.
    func rule(for pair: LevyPair, in month: Period, before limit: EntryReference? = nil)
        -> (record: EntryRecord<LevyEntry>, pair: LevyPair)?
    {
        let rule = docket.centre.levies.last { rule in
            limit.map { rule.reference < $0 } ?? true && rule.body.from <= month && rule.body.naming(pair) != nil
        }
        guard let rule, rule.body.to.map({ month <= $0 }) ?? true, let named = rule.body.naming(pair) else {
            return nil
        }
        return (rule, named)
    }

    /// Each pair once, whichever side a rule has upstream.
    private var rulePairs: [LevyPair] {
        docket.centre.levies.flatMap(\.body.pairs).map(\.regardless).sorted().reduce(into: []) { pairs, pair in
            if pairs.last != pair { pairs.append(pair) }
        }
    }

    private func months(of pair: LevyPair) -> [LevyMonth] {
        let firsts = docket.centre.levies.filter { $0.body.naming(pair) != nil }.map(\.body.from)
        guard let today = now.civilTime, var month = firsts.min() else { return [] }
        var owed: [LevyMonth] = []
        while month.end <= today {
            if let (rule, named) = rule(for: pair, in: month), isOwed(named, month) {
                owed.append(LevyMonth(rule: rule, pair: named, month: month))
            }
            guard let next = month.shifted(by: 1, .month) else { break }
            month = next
        }
        return owed
    }

    /// Whether the month is owed, as far as the agreements held here tell.
    public func isOwed(_ pair: LevyPair, _ month: Period) -> Bool {
        guard let today = now.civilTime, month.end <= today else { return false }
        let end = Timestamp(secondsSinceEpoch: month.end.minutesSinceEpoch * 60)
        return !isCovered(pair, month, at: end)
    }

    private func isCovered(_ pair: LevyPair, _ month: Period, at time: Timestamp) -> Bool {
        agreements.contains { terms in
            guard terms.entry.parties.contains(pair.upstream),
                terms.entry.parties.contains(pair.downstream),
                terms.scheme.sections.contains(where: { $0.id == pair.section }), let signed = terms.signedAt
            else { return false }
            let end = min(terms.entry.validTo.end, terms.agreedEnd?.lastPeriod.end ?? terms.entry.validTo.end)
            return signed < time && month.start < end
        }
    }
}

extension LevyEntry {
    /// The pair as the rule names it, whichever side is upstream there.
    public func naming(_ pair: LevyPair) -> LevyPair? { pairs.first { $0.regardless == pair.regardless } }

    /// What each of the two pays for a month, sorted by party.
    public func shares(of pair: LevyPair) -> [PartyAmount] {
        let half = monthly.count / 2
        let shares =
            switch bearer {
            case .upstream: [PartyAmount(party: pair.upstream, amount: monthly)]
            case .downstream: [PartyAmount(party: pair.downstream, amount: monthly)]
            case .each:
                [pair.upstream, pair.downstream].map { PartyAmount(party: $0, amount: monthly) }
            case .halves:
                [
                    PartyAmount(party: pair.upstream, amount: Fen(monthly.count - half)),
                    PartyAmount(party: pair.downstream, amount: Fen(half)),
                ]
            }
        return shares.filter { $0.amount.count > 0 }.sorted { $0.party < $1.party }
    }
}
