public import Compensation

/// 应付款: what one party owes another by a clearing, and what has been done about it.
public struct Claim: Sendable {
    public let clearing: EntryReference
    public let year: Period
    public let transfer: ClearingTransfer
    /// The last day of payment.
    public let dueOn: Period
    /// Of payments that count: those that have been received, and those that may still be on their way.
    public internal(set) var paid = Fen.zero
    /// Of these, what the payee says has arrived.
    public internal(set) var received = Fen.zero
    /// What the payer says it has paid and its payee has not confirmed in time: owed again until it does.
    public internal(set) var unconfirmed = Fen.zero
    /// What accepted offers in kind stand for.
    public internal(set) var replaced = Fen.zero
    /// What the centre has collected, without the addition.
    public internal(set) var collected = Fen.zero
    /// Additions that the centre passed on.
    public internal(set) var surcharges = Fen.zero
    /// Payments that count as paid although nobody has confirmed them yet.
    var onTheirWay: [EntryReference] = []

    init(clearing: EntryReference, year: Period, transfer: ClearingTransfer, dueOn: Period) {
        self.clearing = clearing
        self.year = year
        self.transfer = transfer
        self.dueOn = dueOn
    }

    /// What the payer has still to pay; negative where more was paid than owed.
    public var unpaid: Fen { rest(after: paid) }

    /// What the payee still misses; negative where it got more than it was owed.
    public var outstanding: Fen { rest(after: received) }

    /// What would be unpaid if a payment that is not confirmed had not been said.
    public func unpaid(without payment: PaymentCase) -> Fen {
        onTheirWay.contains(payment.reference) ? unpaid.adding(part(of: payment)) ?? Fen(.max) : unpaid
    }

    private func rest(after paid: Fen) -> Fen {
        [paid, replaced, collected].reduce(transfer.amount) { $0.subtracting($1) ?? Fen(.min) }
    }

    /// Whether the last day of payment has passed with something unpaid.
    public func isLate(at now: Timestamp) -> Bool {
        guard unpaid > .zero, let time = now.civilTime else { return false }
        return !(time < dueOn.end)
    }

    /// How much of a payment is for the claim; zero where the payment does not count.
    public func part(of payment: PaymentCase) -> Fen {
        guard payment.standing == .counts else { return .zero }
        let parts = payment.entry.items.filter { item in
            item.clearing.map { isFor($0, payment.entry.payer, payment.entry.payee, item.river) } ?? false
        }
        return Fen.sum(parts.map(\.amount)) ?? .zero
    }

    func isFor(_ clearing: EntryReference, _ payer: PartyCode, _ payee: PartyCode, _ river: String?) -> Bool {
        self.clearing == clearing && transfer.payer == payer && transfer.payee == payee
            && (transfer.river ?? "").sameBytes(as: river ?? "")
    }
}
