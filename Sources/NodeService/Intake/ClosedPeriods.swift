import Compensation
import Federation

/// The periods whose settlement the centre has verified: what is recorded for them now changes an amount that stands.
struct ClosedPeriods {
    private let docket: Docket
    private let terms: [AgreementTerms]

    init(_ docket: Docket) {
        self.docket = docket
        terms = docket.agreements.terms.filter(\.inForce)
    }

    /// The agreement and period that a reading comes too late for; `nil` where there is none.
    func period(of place: ReadingPlace) -> String? {
        for terms in terms where terms.scheme.sections.contains(where: { $0.id == place.section }) {
            guard let period = terms.scheme.periodKind.period(containing: place.time) else { continue }
            if terms.isRecorded(period, docket.settlements) { return terms.key(period).text }
        }
        return nil
    }
}
