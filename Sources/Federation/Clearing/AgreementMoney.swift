public import Compensation
import TransparencyLog

/// Everything about the money of one agreement, worked out from what was said; in any order of arrival the same.
public struct AgreementMoney: Sendable {
    public let terms: AgreementTerms
    public let rules: ClearingTerms
    public let payments: [PaymentCase]
    public let clearings: [ClearingRecord]
    public private(set) var claims: [Claim]
    public let offers: [InKindCase]
    public private(set) var forcedDeductions: [ForcedDeductionCase] = []
    /// Rivers that are kept apart; empty for an agreement of one river.
    public let rivers: [String]
    let computer: ClearingComputer

    init(
        _ docket: Docket, _ terms: AgreementTerms, _ verified: ClearableSettlements, _ history: any LogHistory,
        at now: Timestamp
    ) throws {
        let computer = ClearingComputer(terms, verified, docket.payments)
        let clearings = try Self.clearings(docket, computer, history)
        let book = ClaimBook(docket, terms, clearings, at: now)
        self.terms = terms
        self.computer = computer
        self.clearings = clearings
        rules = computer.rules
        rivers = ClearingRivers(terms, docket.sections).names
        payments = book.payments
        claims = book.claims
        offers = book.offers
        for record in docket.clearings.forcedByAgreement[terms.key] { try collect(record, docket, history) }
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

    // MARK: By force

    private mutating func collect(
        _ record: EntryRecord<ForcedDeductionEntry>, _ docket: Docket, _ history: any LogHistory
    ) throws {
        let entry = record.body
        let standing = try standing(of: record, docket, history)
        let place = place(entry.clearing, entry.payer, entry.payee, entry.river)
        if standing == .counts, let place {
            for position in forcedDeductions.indices where forcedDeductions[position].isFor(claims[place]) {
                if !forcedDeductions[position].isValid { forcedDeductions[position].isPassedOver = true }
            }
            claims[place].collected = claims[place].collected.adding(entry.overdue) ?? claims[place].collected
            claims[place].surcharges = claims[place].surcharges.adding(entry.surcharge) ?? claims[place].surcharges
        }
        forcedDeductions.append(ForcedDeductionCase(record: record, standing: standing))
    }

    /// Whether a forced deduction takes what was late and unpaid by its cut and on its day. What its cut does not have
    /// changes nothing, whenever it was said: nobody can undo it afterwards.
    private func standing(
        of record: EntryRecord<ForcedDeductionEntry>, _ docket: Docket, _ history: any LogHistory
    ) throws -> ForcedDeductionCase.Standing {
        let entry = record.body
        // What was owed, and what a payment paid, is known when it is known which clearings stand.
        for clearing in clearings where clearing.record.reference < record.reference {
            if case .waits(let log) = clearing.standing { return .waits(log) }
        }
        let cut = AgreementCut(entry.cut, of: terms, docket)
        switch try cut.finding(history) {
        case .held: break
        case .waits(let log): return .waits(log)
        case .wrong: return .differs
        }
        let book = ClaimBook(docket, terms, clearings, within: entry.cut, before: record.reference, at: record.at)
        guard let place = book.place(entry.clearing, entry.payer, entry.payee, entry.river) else { return .differs }
        let claim = book.claims[place]
        let before = forcedDeductions.filter { $0.isFor(claim) }
        for earlier in before {
            // How much is left is known when it is known what the one before took.
            if case .waits(let log) = earlier.standing { return .waits(log) }
        }
        let unpaid = before.filter(\.isValid).reduce(claim.unpaid) { $0.subtracting($1.entry.overdue) ?? Fen(.min) }
        guard cut.isWhole(over: []), earlierCuts(record.reference).allSatisfy(cut.reaches(over:)),
            let time = record.at.civilTime, claim.dueOn.end <= time, entry.overdue <= unpaid,
            entry.surcharge == Self.surcharge(on: entry.overdue, rules)
        else { return .differs }
        return .counts
    }

    /// What the centre has shown that it held when it cleared or collected: it does not go back behind that.
    private func earlierCuts(_ limit: EntryReference) -> [[CutLog]] {
        clearings.filter { $0.standing == .stands && $0.record.reference < limit }.map(\.entry.cut)
            + forcedDeductions.filter(\.isValid).map(\.entry.cut)
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
