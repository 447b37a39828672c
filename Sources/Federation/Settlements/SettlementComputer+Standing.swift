import TransparencyLog

/// The computation that belongs to what is shown as the result.
extension SettlementComputer {
    /// Of a verified settlement the computation that was verified, whatever this node stands by since; of any other
    /// what it computes now. `nil` where there is none: it cannot be computed, or what was verified cannot be replayed
    /// from the logs held here.
    public func standing(_ settlement: SettlementCase) -> Computation? {
        let own = try? settlement.own.get()
        guard let verified = settlement.verified, own?.digest != verified.digest else { return own }
        return replay(verified, settlement.terms)
    }

    /// From the cut that was verified, up to the very digest.
    private func replay(_ verified: VerifiedSettlement, _ terms: AgreementTerms) -> Computation? {
        let proposal = verified.proposal
        guard proposal.cut.allSatisfy({ line in docket.head(of: line.log).map { $0.size >= line.size } ?? false }),
            let computation = try? compute(terms, verified.key, ComputationBasis(proposal)).get(),
            computation.digest == verified.digest
        else { return nil }
        return computation
    }
}
