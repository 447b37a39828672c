import Compensation
import Federation
import NodeStore

/// Whether clearings pay what verified settlements add up to, advances deducted: nobody's money comes from nowhere.
struct ClearingLook {
    private let name: String
    private let docket: Docket
    private let told: EntriesTold
    private let desk: ClearingDesk

    init(_ name: String, _ docket: Docket, _ database: LogDatabase, _ told: EntriesTold, _ now: Timestamp) {
        self.name = name
        self.docket = docket
        self.told = told
        desk = ClearingDesk(docket, history: database, now: now)
    }

    /// - Throws: `Violation`.
    func check() throws {
        for money in try desk.agreements() {
            var cleared: [ClearedSettlement] = []
            var deducted: [EntryReference] = []
            for clearing in money.clearings where clearing.standing == .stands {
                let (entry, terms) = (clearing.entry, money.terms)
                cleared += entry.settlements
                deducted += entry.advances.map(\.payment)
                guard Set(cleared).count == cleared.count, Set(deducted).count == deducted.count else {
                    throw Violation("money-counted-twice", "\(name) \(entry.key.agreement.text) \(entry.number)")
                }
                try addsUp(entry, terms)
                if let left = try advances(of: entry, terms).first(where: { !deducted.contains($0) }) {
                    throw Violation("advance-not-deducted", "\(name) \(left.text)")
                }
            }
            try CollectionLook(name, money, docket, told).check()
        }
    }

    private func addsUp(_ entry: ClearingEntry, _ terms: AgreementTerms) throws {
        var net: [PartyCode: Int64] = [:]
        func move(_ fen: Int64, from payer: PartyCode, to payee: PartyCode) {
            net[payer, default: 0] -= fen
            net[payee, default: 0] += fen
        }
        let verified = desk.settlements(of: entry.year, terms)
        for cleared in entry.settlements {
            guard let settlement = verified.first(where: { $0.cleared == cleared }) else {
                throw Violation("cleared-not-verified", "\(name) \(cleared)")
            }
            for transfer in settlement.transfers {
                move(transfer.amount.count, from: transfer.payer, to: transfer.payee)
            }
        }
        for advance in entry.advances {
            guard case .payment(let payment) = try told.entry(at: advance.payment) else {
                throw Violation("deducted-not-paid", "\(name) \(advance.payment.text)")
            }
            let items = payment.items.filter { $0.purpose == .advance && $0.year == entry.year }
            move(-items.reduce(0) { $0 + $1.amount.count }, from: payment.payer, to: payment.payee)
        }
        for transfer in entry.transfers { move(-transfer.amount.count, from: transfer.payer, to: transfer.payee) }
        guard net.values.allSatisfy({ $0 == 0 }) else {
            throw Violation("money-does-not-add-up", "\(name) \(net.values.sorted())")
        }
    }

    /// Advances for the year that are paid and received inside the cut of a clearing.
    private func advances(of clearing: ClearingEntry, _ terms: AgreementTerms) throws -> [EntryReference] {
        var paid: [(place: EntryReference, entry: PaymentEntry)] = []
        var received: [EntryReference] = []
        for part in clearing.cut {
            for (index, entry) in (try told.entries(of: part.log, to: part.size) ?? []).enumerated() {
                switch entry {
                case .payment(let entry) where docket.roster.member(part.log.node)?.code == entry.payer:
                    paid.append((EntryReference(log: part.log, index: index), entry))
                case .paymentReceived(let entry): received.append(entry.payment)
                default: break
                }
            }
        }
        return paid.filter { payment in
            // One number, one payment: what was said under a number twice is for people to put right.
            let same = paid.filter {
                $0.entry.payer == payment.entry.payer && $0.entry.statementNumber == payment.entry.statementNumber
            }
            return same.count == 1 && received.contains(payment.place)
                && payment.entry.items.contains { $0.purpose == .advance && $0.year == clearing.year }
        }.map(\.place)
    }
}
