public import Compensation

extension ReadingRegister {
    /// Jointly monitored readings of other parties of the agreement that `party` has not endorsed, in order of
    /// place: those that touch the agreement's validity.
    public func waiting(
        at line: SourceAuthority, in terms: AgreementTerms, for party: PartyCode
    ) -> [ReadingsRecord] {
        let (from, to) = (terms.entry.validFrom, terms.entry.validTo)
        return records(of: line.section, source: line.source).filter { record in
            terms.entry.parties.contains(record.author) && !record.counts(for: party)
                && (record.times.map { $0.lowerBound < to.end && from.start <= $0.upperBound } ?? false)
        }
    }
}

extension Docket {
    /// Jointly monitored readings that wait for `party`, each once, in order of place.
    public func jointReadings(waitingFor party: PartyCode) -> [ReadingsRecord] {
        var found: [ReadingsRecord] = []
        for terms in agreements.terms where terms.inForce && terms.entry.parties.contains(party) {
            for line in terms.entry.authority where line.needsEndorsement {
                for record in readings.waiting(at: line, in: terms, for: party)
                where !found.contains(where: { $0.reference == record.reference }) {
                    found.append(record)
                }
            }
        }
        return found.sorted { $0.reference < $1.reference }
    }
}
