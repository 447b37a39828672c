import Compensation

/// What became of one agreement's settlements after they were recorded: 已清算 and 已支付, with who has to act on the
/// money. For showing only; nothing is decided by it. The state depends on what has been said and not on the time: a
/// payment that nobody has confirmed leaves a settlement cleared.
///
/// A clearing takes in what was verified before it, so an adjustment that came later is cleared by the next one. What
/// several settlements come to is netted into one sum for each payer and payee, and none of it is one settlement's:
/// each is paid when everything that its clearing demands is. Where rivers are kept apart, everything for its own
/// rivers; a settlement without payments has none of its own and waits for all.
public struct SettlementClearing: Sendable {
    private let money: AgreementMoney
    /// Clearings that stand, with the rivers that they keep apart.
    private var clearings: [(record: ClearingRecord, rivers: ClearingRivers)] = []
    private var covering: [ClearedSettlement: Int] = [:]  // lookup only: the clearing that takes a settlement in

    init(_ money: AgreementMoney, _ docket: Docket) {
        self.money = money
        for record in money.clearings where record.standing == .stands {
            guard let rivers = ClearingRivers(money.terms, at: record.entry.sections, docket.sections) else { continue }
            for settlement in record.entry.settlements { covering[settlement] = clearings.count }
            clearings.append((record, rivers))
        }
    }

    /// What a clearing demands on account of one of its settlements.
    private struct Demand {
        let transfers: [ClearingTransfer]
        let claims: [Claim]

        /// A transfer without a claim has no last day that the calendar knows, and nothing can be paid on it.
        var isPaid: Bool { claims.count == transfers.count && claims.allSatisfy { $0.outstanding <= .zero } }
    }

    /// `cleared` or `paid` for a recorded settlement that a clearing which stands has taken in; the state of the case
    /// for any other.
    public func state(of settlement: SettlementCase) -> SettlementState {
        guard let demand = demand(on: settlement) else { return settlement.state }
        return demand.isPaid ? .paid : .cleared
    }

    /// Who has to act on a cleared settlement: payers on what is unpaid, payees on payments that wait to be confirmed.
    /// The subject is the place of the clearing or of the payment.
    public func duties(of settlement: SettlementCase) -> [SettlementDuty] {
        guard let demand = demand(on: settlement), !demand.isPaid else { return [] }
        return demand.claims.flatMap { duties(on: $0) }
    }

    private func duties(on claim: Claim) -> [SettlementDuty] {
        var duties: [SettlementDuty] = []
        if claim.unpaid > .zero {
            duties.append(SettlementDuty(claim.transfer.payer, .pay, by: claim.dueOn, subject: claim.clearing.text))
        }
        for payment in money.payments where payment.receipt == nil && claim.part(of: payment) > .zero {
            let last = payment.entry.paidOn.shifted(by: money.rules.confirmationDays, .day)
            duties.append(SettlementDuty(payment.entry.payee, .receive, by: last, subject: payment.reference.text))
        }
        return duties
    }

    private func demand(on settlement: SettlementCase) -> Demand? {
        guard settlement.state == .recorded, settlement.terms.key == money.terms.key,
            let verified = settlement.verified, let place = covering[verified.cleared]
        else { return nil }
        let (record, rivers) = clearings[place]
        let own = verified.transfers.filter { $0.amount > .zero }.map { transfer in
            transfer.section.flatMap { rivers[$0] } ?? ""
        }
        let transfers = record.entry.transfers.filter { transfer in
            own.isEmpty || own.contains { $0.sameBytes(as: transfer.river ?? "") }
        }
        let claims = transfers.compactMap { transfer in
            money.claims.first {
                $0.isFor(record.record.reference, transfer.payer, transfer.payee, transfer.river)
            }
        }
        return Demand(transfers: transfers, claims: claims)
    }
}

extension ClearingDesk {
    /// What became of each of these settlements' agreements, in the order given; nil for a settlement that is not
    /// recorded and where the centre has cleared nothing. The money of an agreement is worked out once, however many of
    /// its settlements are asked about.
    ///
    /// - Parameter known: money that was worked out before, of any agreements.
    public func settlementClearings(
        _ settlements: [SettlementCase], known money: [AgreementMoney] = []
    ) throws -> [SettlementClearing?] {
        var known: [(key: AgreementKey, clearing: SettlementClearing)] = []
        return try settlements.map { settlement in
            let key = settlement.terms.key
            guard settlement.state == .recorded, !docket.clearings.clearings[key].isEmpty else { return nil }
            if let found = known.first(where: { $0.key == key }) { return found.clearing }
            let own = try money.first { $0.terms.key == key } ?? self.money(of: settlement.terms)
            let clearing = SettlementClearing(own, docket)
            known.append((key, clearing))
            return clearing
        }
    }
}
