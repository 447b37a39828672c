import Compensation

/// The claims of an agreement with what was paid and replaced of them, as far as it had been said. The centre's
/// collections are not in it: they are judged by such books.
struct ClaimBook {
    private(set) var claims: [Claim]
    private(set) var payments: [PaymentCase]
    let offers: [InKindCase]
    private let days: Int
    private let now: Timestamp

    /// - Parameters:
    ///   - cut: how much of the parties' logs counts; all that is held where it is nil.
    ///   - limit: the place in the centre's log before which clearings count; all of them where it is nil.
    ///   - now: decides which payments may still be on their way.
    init(
        _ docket: Docket, _ terms: AgreementTerms, _ clearings: [ClearingRecord], within cut: [CutLog]? = nil,
        before limit: EntryReference? = nil, at now: Timestamp
    ) {
        let rules = ClearingTerms(terms)
        let claims = clearings.filter { clearing in
            clearing.standing == .stands && limit.map { clearing.record.reference < $0 } ?? true
        }.flatMap { clearing in clearing.entry.transfers.compactMap { Self.claim(clearing, $0, rules) } }
        days = rules.confirmationDays
        self.now = now
        self.claims = claims
        payments = docket.payments.cases(of: terms, within: cut)
        offers = Self.offers(docket.payments, terms, rules, claims, within: cut)
        let parts = payments.indices.map { look($0, docket, clearings) }
        count(parts)
        for offer in offers where offer.counts { replace(offer.entry) }
    }

    func place(
        _ clearing: EntryReference, _ payer: PartyCode, _ payee: PartyCode, _ river: String?
    ) -> Int? {
        claims.firstIndex { $0.isFor(clearing, payer, payee, river) }
    }

    private static func claim(_ clearing: ClearingRecord, _ transfer: ClearingTransfer, _ rules: ClearingTerms)
        -> Claim?
    {
        guard let time = clearing.record.at.civilTime, let day = PeriodKind.day.period(containing: time),
            let due = day.shifted(by: rules.paymentDays, .day)
        else { return nil }
        return Claim(
            clearing: clearing.record.reference, year: clearing.entry.year, transfer: transfer, dueOn: due)
    }

    // MARK: Payments

    private typealias Part = (claim: Int, amount: Fen)

    /// The claims that a payment names; none where one of its parts has none. A payment that was replaced is still
    /// looked at: see `count`.
    private mutating func look(
        _ position: Int, _ docket: Docket, _ clearings: [ClearingRecord]
    ) -> [Part] {
        let payment = payments[position]
        guard payment.standing == .counts || payment.isReplaced else { return [] }
        var parts: [Part] = []
        for item in payment.entry.items {
            guard let clearing = item.clearing else { continue }
            guard let place = place(clearing, payment.entry.payer, payment.entry.payee, item.river),
                claims[place].year == item.year
            else {
                guard payment.standing == .counts else { return [] }
                let isKnown = docket.head(of: clearing.log).map { clearing.index < $0.size } ?? false
                let isUndecided = clearings.contains { record in
                    if case .waits = record.standing { record.record.reference == clearing } else { false }
                }
                payments[position].standing = isKnown && !isUndecided ? .unknownClaim : .waits
                return []
            }
            parts.append((place, item.amount))
        }
        return parts
    }

    /// Counts payments towards the claims they name. One that is not confirmed counts from the day it was made until
    /// the days for confirming it are over; and of a claim of which those of one are over, only confirmed ones count,
    /// or saying it again, under another number or in the place of the former, would put it off for ever.
    private mutating func count(_ parts: [[Part]]) {
        let isConfirmed = confirmed()
        var isOverdue = claims.map { _ in false }
        for position in payments.indices where !isConfirmed[position] && hasLapsed(payments[position]) {
            for part in parts[position] { isOverdue[part.claim] = true }
        }
        for position in payments.indices where payments[position].standing == .counts {
            let payment = payments[position]
            for (place, amount) in parts[position] {
                if payment.receipt != nil {
                    add(amount, to: \.paid, of: place)
                    add(amount, to: \.received, of: place)
                } else if isOverdue[place] || !hasBeenMade(payment) {
                    add(amount, to: \.unconfirmed, of: place)
                    payments[position].isOwedAgain = true
                } else {
                    add(amount, to: \.paid, of: place)
                    claims[place].onTheirWay.append(payment.reference)
                }
            }
        }
    }

    private mutating func add(_ amount: Fen, to sum: WritableKeyPath<Claim, Fen>, of place: Int) {
        claims[place][keyPath: sum] = claims[place][keyPath: sum].adding(amount) ?? claims[place][keyPath: sum]
    }

    /// Whether each payment, or the last one said in its place, has been confirmed. What replaces stands behind what
    /// it replaces.
    private func confirmed() -> [Bool] {
        var byPlace: [EntryReference: Bool] = [:]  // lookup only: by the place of a payment
        for payment in payments.reversed() {
            var isConfirmed = payment.receipt != nil
            if case .replaced(let next) = payment.standing { isConfirmed = byPlace[next] ?? false }
            byPlace[payment.reference] = isConfirmed
        }
        return payments.map { byPlace[$0.reference] ?? false }
    }

    /// Whether the days for confirming a payment are over.
    private func hasLapsed(_ payment: PaymentCase) -> Bool {
        guard let time = now.civilTime, let last = payment.entry.paidOn.shifted(by: days, .day) else { return false }
        return !(time < last.end)
    }

    /// Whether the day on which it was made, as its payer says, has come.
    private func hasBeenMade(_ payment: PaymentCase) -> Bool {
        now.civilTime.map { !($0 < payment.entry.paidOn.start) } ?? false
    }

    // MARK: Instead of cash

    private static func offers(
        _ register: PaymentRegister, _ terms: AgreementTerms, _ rules: ClearingTerms, _ claims: [Claim],
        within cut: [CutLog]?
    ) -> [InKindCase] {
        func has(_ place: EntryReference) -> Bool {
            place.log.channel == terms.entry.channel && cut.map { $0.contains { $0.includes(place) } } ?? true
        }
        return register.offers[terms.key].compactMap { said in
            let entry = said.record.body
            guard said.party == entry.payer, has(said.record.reference) else { return nil }
            let acceptance = register.offerAcceptances[said.record.reference].first {
                $0.record.body.key == terms.key && $0.party == entry.payee && has($0.record.reference)
            }?.record
            let claim = claims.first { $0.isFor(entry.clearing, entry.payer, entry.payee, entry.river) }
            return InKindCase(
                record: said.record, acceptance: acceptance,
                isValid: rules.allowsInKind && claim.map { entry.replaces <= $0.transfer.amount } ?? false)
        }
    }

    private mutating func replace(_ entry: InKindEntry) {
        guard let place = place(entry.clearing, entry.payer, entry.payee, entry.river) else { return }
        add(entry.replaces, to: \.replaced, of: place)
    }
}
