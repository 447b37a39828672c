import Compensation
import TransparencyLog

/// Works out a clearing of one agreement from what has been said: the same for everybody who holds the same cut.
struct ClearingComputer {
    let terms: AgreementTerms
    let rules: ClearingTerms
    let verified: ClearableSettlements
    private let payments: PaymentRegister

    init(_ terms: AgreementTerms, _ verified: ClearableSettlements, _ payments: PaymentRegister) {
        self.terms = terms
        self.verified = verified
        self.payments = payments
        rules = ClearingTerms(terms)
    }

    /// The periods of a year that the agreement settles.
    func periods(of year: Period) -> [Period] {
        year.periods(of: terms.scheme.periodKind).filter(terms.includes)
    }

    /// The clearing that follows the ones in `earlier`; `limit` is the place up to which the centre's own words
    /// count. Nil where an amount does not fit.
    func clearing(
        of year: Period, after earlier: [ClearingEntry], before limit: EntryReference?, cut: [CutLog],
        rivers: ClearingRivers
    ) -> ClearingEntry? {
        let known = known(of: year, before: limit)
        let done = earlier.flatMap(\.settlements)
        let deducted = earlier.flatMap(\.advances).map(\.payment)
        var settlements = known.filter { !done.contains($0.cleared) }.prefix(ClearingEntry.mostSettlements)
        var advances = advances(for: year, in: cut).filter { !deducted.contains($0.payment.reference) }
            .prefix(ClearingEntry.mostAdvances)
        guard var transfers = netted(settlements, advances, rivers) else { return nil }
        while transfers.count > ClearingEntry.mostTransfers {
            if advances.popLast() == nil { settlements.removeLast() }
            guard let fewer = netted(settlements, advances, rivers) else { return nil }
            transfers = fewer
        }
        var cleared: [ClearedAdvance] = []
        for advance in advances {
            guard let amount = Fen.sum(advance.items.map(\.amount)) else { return nil }
            cleared.append(ClearedAdvance(payment: advance.payment.reference, amount: amount))
        }
        return ClearingEntry(
            key: terms.key, year: year, number: earlier.count + 1, cut: cut, sections: rivers.sections,
            settlements: settlements.map(\.cleared),
            unsettled: periods(of: year).filter { period in !known.contains { $0.key.period == period } },
            advances: cleared, transfers: transfers)
    }

    /// The acceptances that the verified settlements of a year rest on: a clearing's cut reaches over them.
    func acceptances(of year: Period, before limit: EntryReference?) -> [EntryReference] {
        known(of: year, before: limit).flatMap(\.verdict.body.acceptances)
    }

    private func known(of year: Period, before limit: EntryReference?) -> [VerifiedSettlement] {
        verified.settlements(of: terms, before: limit).filter { $0.key.period.containing(.year) == year }
    }

    /// Received advances for a year whose payment and receipt lie in the cut.
    private func advances(
        for year: Period, in cut: [CutLog]
    ) -> [(payment: PaymentCase, items: [PaymentItem])] {
        payments.cases(of: terms, within: cut).compactMap { payment in
            guard payment.standing == .counts, payment.receipt != nil else { return nil }
            let items = payment.entry.items.filter { $0.purpose == .advance && $0.year == year }
            return items.isEmpty ? nil : (payment, items)
        }
    }

    private func netted(
        _ settlements: ArraySlice<VerifiedSettlement>,
        _ advances: ArraySlice<(payment: PaymentCase, items: [PaymentItem])>, _ rivers: ClearingRivers
    ) -> [ClearingTransfer]? {
        var flows: [Netting.Flow?] = []
        for transfer in settlements.flatMap(\.transfers) {
            let river = transfer.section.flatMap { rivers[$0] }
            flows.append(
                Netting.Flow(payer: transfer.payer, payee: transfer.payee, fen: transfer.amount.count, river: river))
        }
        for (payment, items) in advances {
            for item in items {
                let river = rivers.names.isEmpty ? nil : item.river
                flows.append(
                    Netting.Flow(
                        payer: payment.entry.payer, payee: payment.entry.payee, fen: -item.amount.count, river: river))
            }
        }
        let sound = flows.compactMap { $0 }
        return sound.count == flows.count ? Netting.transfers(sound) : nil
    }

    /// Compares what the centre said with what follows from the same record.
    func standing(
        of record: EntryRecord<ClearingEntry>, after earlier: [ClearingEntry], _ docket: Docket,
        history: any LogHistory
    ) throws -> ClearingRecord.Standing {
        let said = record.body
        let cut = AgreementCut(said.cut, of: terms, docket)
        switch try cut.finding(history) {
        case .held: break
        case .waits(let log): return .waits(log)
        case .wrong: return .differs(.cut)
        }
        for place in said.sections {
            guard let head = docket.head(of: place.log), place.index < head.size else { return .waits(place.text) }
        }
        guard cut.isWhole(over: acceptances(of: said.year, before: record.reference)) else { return .differs(.cut) }
        guard let rivers = ClearingRivers(terms, at: said.sections, docket.sections) else {
            return .differs(.sections)
        }
        guard said.number == earlier.count + 1 else { return .differs(.number) }
        guard
            let own = clearing(
                of: said.year, after: earlier, before: record.reference, cut: said.cut, rivers: rivers)
        else { return .differs(.notComputable) }
        if own.settlements != said.settlements { return .differs(.settlements) }
        if own.unsettled != said.unsettled { return .differs(.unsettled) }
        if own.advances != said.advances { return .differs(.advances) }
        return own.transfers == said.transfers ? .stands : .differs(.transfers)
    }
}
