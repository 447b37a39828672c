/// What was computed when the settlements were looked at before, so that a look at a thousand of them computes only those
/// that something has been said about since.
///
/// The settlement of a period follows from the text of the agreement, the period and the basis alone, and a cut names
/// the logs by their roots: the same key and basis are the same computation. Left out is what rests on more than that,
/// adjustments on what is on record and exemptions on entries that are named by their places.
public struct EarlierComputations: Sendable {
    private var known: [SettlementKey: Computation] = [:]  // lookup only: by settlement

    public init() {}

    public init(of cases: [SettlementCase]) {
        for case .success(let own) in cases.map(\.own)
        where own.adjustment == nil && own.basis.exemptionsApplied.isEmpty {
            known[own.key] = own
        }
    }

    /// Under the terms as they stand now: who has signed them may have changed, not what they say.
    func computation(_ terms: AgreementTerms, _ key: SettlementKey, _ basis: ComputationBasis) -> Computation? {
        guard let own = known[key], own.basis == basis, own.terms.digest == terms.digest else { return nil }
        return Computation(
            terms: terms, key: key, settlement: own.settlement, adjustment: nil, document: own.document,
            digest: own.digest, basis: basis, versions: own.versions)
    }
}
