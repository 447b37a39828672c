import Compensation

/// What the parties of an agreement have said about an early end.
struct AgreementEnds {
    /// How many different ends of one party count; nobody means more.
    static let mostOfAParty = 64

    /// Each end of a party once, where it said it first; only such as anybody could mean: a period of the scheme, in
    /// the validity.
    let offers: [PartyRecord<AgreementEndEntry>]
    /// The end that every party has agreed to, of several the earliest.
    let agreed: AgreementEndEntry?

    init(_ said: [PartyRecord<AgreementEndEntry>], _ entry: AgreementEntry, _ scheme: Scheme) {
        var offers: [PartyRecord<AgreementEndEntry>] = []
        for end in said {
            let last = end.record.body.lastPeriod
            guard last.kind == scheme.periodKind, entry.includes(last, scheme) else { continue }
            let own = offers.filter { $0.party == end.party }
            guard own.count < Self.mostOfAParty,
                !own.contains(where: { $0.record.body.saysTheSame(as: end.record.body) })
            else { continue }
            offers.append(end)
        }
        self.offers = offers
        agreed = offers.map(\.record.body).filter { end in
            entry.parties.allSatisfy { party in
                offers.contains { $0.party == party && $0.record.body.saysTheSame(as: end) }
            }
        }.min { one, other in
            one.lastPeriod == other.lastPeriod
                ? one.reason.precedesInBytes(other.reason) : one.lastPeriod < other.lastPeriod
        }
    }
}

extension AgreementEntry {
    /// Whether a period lies in the validity. Of a period that the scheme's own validity cuts only the part inside
    /// counts, so the agreement need not hold for longer; one that it cuts further is not settled at all.
    func includes(_ period: Period, _ scheme: Scheme) -> Bool {
        let rules = scheme.validity
        return rules.overlaps(period) && validFrom.start <= max(period.start, rules.from.start)
            && min(period.end, rules.to.end) <= validTo.end
    }
}
