public import Compensation

/// Values that are neither readings nor computed: facts that the parties agree on, and exemptions.
extension SettlementComputer {
    /// The requests to be exempted in a period of an agreement.
    public func exemptions(for terms: AgreementTerms, _ period: Period) -> [Exemption] {
        docket.exemptions.exemptions(terms, period, centre: docket.roster.centre?.code)
    }

    /// What the parties state for a period, as all logs held here tell it.
    public func facts(for terms: AgreementTerms, _ period: Period) -> [Fact] {
        var recorded: [[CutLog]] = []
        var key = terms.key(period)
        while let verified = VerifiedSettlement(key, terms, docket.settlements) {
            recorded.append(verified.proposal.cut)
            key = key.adjusted((key.adjustment ?? 0) + 1)
        }
        return docket.facts.facts(terms, period, cut: nil, recorded: recorded)
    }

    /// What `party` has seen of the others' words in the agreement's channel: the last entry held of each log, sorted.
    public func seen(in terms: AgreementTerms, by party: PartyCode) -> [EntryReference] {
        terms.entry.parties.filter { $0 != party }.compactMap { docket.roster.member($0) }
            .flatMap { docket.heads(of: $0.node) }
            .filter { $0.log.channel == terms.entry.channel && $0.size > 0 }
            .map { EntryReference(log: $0.log, index: $0.size - 1) }
            .sorted()
    }

    /// The values that the agreement fixes; an exemption makes the facts it names `yes`, and what is left open is what
    /// the parties agree on inside the cut.
    func supplied(
        _ terms: AgreementTerms, _ key: SettlementKey, _ basis: ComputationBasis
    ) throws(ComputationObstacle) -> [SuppliedValue] {
        let exempted = try exempted(terms, key.period, basis.exemptionsApplied)
            .filter { terms.leavesOpen($0.supplied("yes")) }
        let facts = docket.facts.facts(
            terms, key.period, cut: basis.cut, recorded: try recordedCuts(before: key, terms))
        let agreed = facts.filter { !exempted.contains($0.name) }
            .compactMap { fact in fact.agreed.map { fact.name.supplied($0) } }
        return terms.entry.supplied + agreed + exempted.map { $0.supplied("yes") }
    }

    /// The facts of the exemptions whose two approvals are named, each once.
    private func exempted(
        _ terms: AgreementTerms, _ period: Period, _ approvals: [EntryReference]
    ) throws(ComputationObstacle) -> [FactName] {
        guard !approvals.isEmpty else { return [] }
        for place in approvals where docket.head(of: place.log).map({ $0.size <= place.index }) ?? true {
            throw .exemptionNotHeld(place)
        }
        let register = docket.exemptions
        let words = approvals.compactMap { register.approval(at: $0, terms, centre: docket.roster.centre?.code) }
        guard words.count == approvals.count else { throw .exemptionNotApproved(approvals[0]) }
        var names: [FactName] = []
        for word in words where word.office == .finance {
            guard words.contains(where: { $0.request == word.request && $0.office == .environment }),
                let request = register.request(at: word.request, terms, period)
            else { throw .exemptionNotApproved(word.request) }
            names += request.facts
        }
        for word in words where !words.contains(where: { $0.request == word.request && $0.office == .finance }) {
            throw .exemptionNotApproved(word.request)
        }
        return names.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
}
