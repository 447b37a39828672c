import Compensation
import Federation

/// Whether what the centre collects by force is what the parties agreed to, worked out from the entries by what holds
/// where an agreement says nothing, as those of simulated rivers do: what was unpaid when thirty days had passed since
/// the clearing, with a tenth on top, passed on to whom it was owed, once.
struct CollectionLook {
    private static let paymentDays: Int64 = 30
    private static let confirmationDays: Int64 = 10

    private let name: String
    private let money: AgreementMoney
    private let docket: Docket
    private let told: EntriesTold

    init(_ name: String, _ money: AgreementMoney, _ docket: Docket, _ told: EntriesTold) {
        self.name = name
        self.money = money
        self.docket = docket
        self.told = told
    }

    /// 10 % of an overdue amount, half up to the fen (渝财环〔2023〕33号).
    static func addition(on fen: Int64) -> Int64 { (fen + 5) / 10 }

    /// - Throws: `Violation`.
    func check() throws {
        let collections = money.forcedDeductions.filter(\.isValid)
        for (count, collection) in collections.enumerated() {
            let said = collection.entry
            let before = collections[..<count].filter { Self.isOfSameClaim($0.entry, said) }
            let place = collection.reference.text
            let collected = before.reduce(Int64(0)) { $0 + $1.entry.overdue.count }
            let due = try overdue(collection, after: collected)
            guard let due, due > 0, due == said.overdue.count else {
                throw Violation(
                    "collected-not-owed",
                    "\(name) \(place): \(said.overdue.count), \(due.map { "\($0)" } ?? "nothing") is due")
            }
            guard said.surcharge.count == Self.addition(on: due) else {
                throw Violation("addition-differs", "\(name) \(place): \(said.surcharge.count) on \(due)")
            }
            guard money.received(at: collection.reference, by: said.payee)?.count == due + said.surcharge.count,
                money.received(at: collection.reference, by: said.payer) == nil
            else { throw Violation("collected-not-passed-on", "\(name) \(place)") }
        }
        try countsOnce(collections.map(\.entry))
    }

    /// What is collected stands once in the claim that it was owed by, and once in what its recipient has received.
    private func countsOnce(_ collections: [ForcedDeductionEntry]) throws {
        for claim in money.claims {
            let own = collections.filter {
                $0.clearing == claim.clearing && $0.payer == claim.transfer.payer && $0.payee == claim.transfer.payee
            }
            guard claim.collected.count == own.reduce(Int64(0), { $0 + $1.overdue.count }),
                claim.surcharges.count == own.reduce(Int64(0), { $0 + $1.surcharge.count })
            else { throw Violation("money-counted-twice", "\(name) claim of \(claim.clearing.text)") }
        }
        for party in money.terms.entry.parties {
            let paid = money.payments.filter { $0.entry.payee == party && $0.standing == .counts }
                .reduce(Int64(0)) { $0 + ($1.receipt?.body.amount.count ?? 0) }
            let collected = collections.filter { $0.payee == party }
                .reduce(Int64(0)) { $0 + $1.overdue.count + $1.surcharge.count }
            guard money.account(of: party, docket).received.count == paid + collected else {
                throw Violation("money-counted-twice", "\(name) received by \(party.text)")
            }
        }
    }

    private static func isOfSameClaim(_ one: ForcedDeductionEntry, _ other: ForcedDeductionEntry) -> Bool {
        one.clearing == other.clearing && one.payer == other.payer && one.payee == other.payee
    }

    /// What was late and unpaid of the claim that was collected, by the cut and on the day of the collection; `nil`
    /// where there is no such claim or its last day has not passed.
    private func overdue(_ collection: ForcedDeductionCase, after collected: Int64) throws -> Int64? {
        let said = collection.entry
        guard case .clearing(let clearing)? = try told.entry(at: said.clearing),
            let cleared = try told.time(of: said.clearing),
            let owed = clearing.transfers.first(where: { $0.payer == said.payer && $0.payee == said.payee }),
            Self.day(collection.record.at) > Self.day(cleared) + Self.paymentDays
        else { return nil }
        return try owed.amount.count - collected - paid(said, Self.day(collection.record.at))
    }

    private struct Payment {
        let fen: Int64
        let day: Int64
        let isConfirmed: Bool
    }

    /// What counts as paid: what the payee has confirmed, and what may still be on its way, unless the days for
    /// confirming one of these payments are over.
    private func paid(_ said: ForcedDeductionEntry, _ today: Int64) throws -> Int64 {
        let payments = try payments(towards: said)
        let open = payments.filter { !$0.isConfirmed }
        let hasLapsed = open.contains { today > $0.day + Self.confirmationDays }
        let onTheirWay = hasLapsed ? [] : open.filter { $0.day <= today }
        return (payments.filter(\.isConfirmed) + onTheirWay).reduce(Int64(0)) { $0 + $1.fen }
    }

    /// The payments towards a claim that the cut of its collection has, each number once.
    private func payments(towards said: ForcedDeductionEntry) throws -> [Payment] {
        let receipts = try entries(of: said.payee, said.cut).compactMap { line -> PaymentReceivedEntry? in
            guard case .paymentReceived(let receipt) = line.entry else { return nil }
            return receipt
        }
        var numbers: Set<String> = []
        var found: [Payment] = []
        for line in try entries(of: said.payer, said.cut) {
            guard case .payment(let payment) = line.entry, payment.key == said.key,
                numbers.insert(payment.statementNumber).inserted
            else { continue }
            let fen = payment.items.filter { $0.clearing == said.clearing }.reduce(Int64(0)) { $0 + $1.amount.count }
            guard fen > 0, payment.payee == said.payee else { continue }
            found.append(
                Payment(
                    fen: fen, day: Self.day(payment.paidOn.start.minutesSinceEpoch * 60),
                    isConfirmed: receipts.contains { $0.payment == line.place && $0.amount == payment.amount }))
        }
        return found
    }

    private func entries(
        of party: PartyCode, _ cut: [CutLog]
    ) throws -> [(place: EntryReference, entry: Entry)] {
        var found: [(place: EntryReference, entry: Entry)] = []
        for part in cut where docket.roster.member(part.log.node)?.code == party {
            for (index, entry) in (try told.entries(of: part.log, to: part.size) ?? []).enumerated() {
                if let entry { found.append((EntryReference(log: part.log, index: index), entry)) }
            }
        }
        return found
    }

    private static func day(_ time: Timestamp) -> Int64 { day(time.secondsSinceEpoch) }

    /// The day at +08:00.
    private static func day(_ seconds: Int64) -> Int64 { (seconds + 8 * 3600) / 86_400 }
}
