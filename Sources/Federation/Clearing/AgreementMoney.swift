public import Compensation
import TransparencyLog

/// Everything about the money of one agreement, worked out from what was said; in any order of arrival the same.
public struct AgreementMoney: Sendable {
    public let terms: AgreementTerms
    public let rules: ClearingTerms
    public private(set) var payments: [PaymentCase]
    public let clearings: [ClearingRecord]
    public private(set) var claims: [Claim]
    public let offers: [InKindCase]
    public private(set) var forcedDeductions: [ForcedDeductionCase] = []
    /// Rivers that are kept apart; empty for an agreement of one river.
    public let rivers: [String]
    let computer: ClearingComputer
    private let docket: Docket

    init(
        _ docket: Docket, _ terms: AgreementTerms, _ verified: ClearableSettlements, _ history: any LogHistory
    ) throws {
        let computer = ClearingComputer(terms, verified, docket.payments)
        let clearings = try Self.clearings(docket, computer, history)
        self.docket = docket
        self.terms = terms
        payments = docket.payments.cases(of: terms)
        self.computer = computer
        self.clearings = clearings
        rules = computer.rules
        rivers = ClearingRivers(terms, docket.sections).names
        claims = clearings.filter { $0.standing == .stands }.flatMap { clearing in
            clearing.entry.transfers.compactMap { Self.claim(clearing, $0, computer.rules) }
        }
        let claims = claims
        offers = Self.offers(docket.payments, terms, computer.rules, claims)
        for position in self.payments.indices { assign(position) }
        for offer in offers where offer.counts { replace(offer.entry) }
        for record in docket.clearings.forcedByAgreement[terms.key] { collect(record) }
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

    /// Counts a payment towards the claims it names; all of its parts have to have one.
    private mutating func assign(_ position: Int) {
        let payment = payments[position]
        guard payment.standing == .counts else { return }
        var places: [(claim: Int, amount: Fen)] = []
        for item in payment.entry.items {
            guard let clearing = item.clearing else { continue }
            guard let place = place(clearing, payment.entry.payer, payment.entry.payee, item.river),
                claims[place].year == item.year
            else {
                let isKnown = docket.head(of: clearing.log).map { clearing.index < $0.size } ?? false
                let isUndecided = clearings.contains { record in
                    if case .waits = record.standing { record.record.reference == clearing } else { false }
                }
                payments[position].standing = isKnown && !isUndecided ? .unknownClaim : .waits
                return
            }
            places.append((place, item.amount))
        }
        for (place, amount) in places {
            claims[place].paid = claims[place].paid.adding(amount) ?? claims[place].paid
            if payment.receipt != nil {
                claims[place].received = claims[place].received.adding(amount) ?? claims[place].received
            }
        }
    }

    // MARK: Clearings

    private static func clearings(
        _ docket: Docket, _ computer: ClearingComputer, _ history: any LogHistory
    ) throws -> [ClearingRecord] {
        var found: [ClearingRecord] = []
        for record in docket.clearings.clearings[computer.terms.key] {
            let same = found.indices.filter { found[$0].entry.year == record.body.year }
            let earlier = same.filter { found[$0].standing == .stands }.map { found[$0].entry }
            let standing = try computer.standing(of: record, after: earlier, docket, history: history)
            if standing == .stands {
                for position in same where found[position].standing != .stands { found[position].isPassedOver = true }
            }
            found.append(ClearingRecord(record: record, standing: standing))
        }
        return found
    }

    // MARK: Instead of cash, and by force

    private static func offers(
        _ register: PaymentRegister, _ terms: AgreementTerms, _ rules: ClearingTerms, _ claims: [Claim]
    ) -> [InKindCase] {
        register.offers[terms.key].compactMap { said in
            let entry = said.record.body
            guard said.party == entry.payer, said.record.reference.log.channel == terms.entry.channel else {
                return nil
            }
            let acceptance = register.offerAcceptances[said.record.reference].first {
                $0.record.body.key == terms.key && $0.party == entry.payee
                    && $0.record.reference.log.channel == terms.entry.channel
            }?.record
            let claim = claims.first { $0.isFor(entry.clearing, entry.payer, entry.payee, entry.river) }
            return InKindCase(
                record: said.record, acceptance: acceptance,
                isValid: rules.allowsInKind && claim.map { entry.replaces <= $0.transfer.amount } ?? false)
        }
    }

    private mutating func replace(_ entry: InKindEntry) {
        guard let place = place(entry.clearing, entry.payer, entry.payee, entry.river) else { return }
        claims[place].replaced = claims[place].replaced.adding(entry.replaces) ?? claims[place].replaced
    }

    /// Counts a forced deduction of what was late and unpaid when the centre said so.
    private mutating func collect(_ record: EntryRecord<ForcedDeductionEntry>) {
        let entry = record.body
        guard let place = place(entry.clearing, entry.payer, entry.payee, entry.river),
            let time = record.at.civilTime, claims[place].dueOn.end <= time,
            entry.overdue <= unpaid(claims[place], at: record.at),
            entry.surcharge == Self.surcharge(on: entry.overdue, rules)
        else { return forcedDeductions.append(ForcedDeductionCase(record: record, isValid: false)) }
        for position in forcedDeductions.indices where forcedDeductions[position].isFor(claims[place]) {
            if !forcedDeductions[position].isValid { forcedDeductions[position].isPassedOver = true }
        }
        forcedDeductions.append(ForcedDeductionCase(record: record, isValid: true))
        claims[place].collected = claims[place].collected.adding(entry.overdue) ?? claims[place].collected
        claims[place].surcharges = claims[place].surcharges.adding(entry.surcharge) ?? claims[place].surcharges
    }

    /// What had not been paid, replaced or collected of a claim at a time: a payment said later takes nothing back.
    private func unpaid(_ claim: Claim, at time: Timestamp) -> Fen {
        let paid = payments.filter { $0.record.at <= time }.map(claim.paid(by:))
        let replaced = offers.filter { offer in
            offer.counts && offer.acceptance.map { $0.at <= time } ?? false
                && claim.isFor(offer.entry.clearing, offer.entry.payer, offer.entry.payee, offer.entry.river)
        }.map(\.entry.replaces)
        return (paid + replaced + [claim.collected]).reduce(claim.transfer.amount) {
            $0.subtracting($1) ?? Fen(.min)
        }
    }

    /// 加收: the agreed percentage, rounded half up to the fen. Nil where it does not fit.
    public static func surcharge(on overdue: Fen, _ rules: ClearingTerms) -> Fen? {
        let (product, overflow) = overdue.count.multipliedReportingOverflow(by: Int64(rules.surchargePercent))
        let (sum, more) = product.addingReportingOverflow(50)
        return overflow || more ? nil : Fen(sum / 100)
    }

    /// What is unpaid of the claim that an offer is for; zero where there is none.
    public func unpaid(of offer: InKindEntry) -> Fen {
        place(offer.clearing, offer.payer, offer.payee, offer.river).map { claims[$0].unpaid } ?? .zero
    }

    private func place(
        _ clearing: EntryReference, _ payer: PartyCode, _ payee: PartyCode, _ river: String?
    ) -> Int? {
        claims.firstIndex { $0.isFor(clearing, payer, payee, river) }
    }
}
