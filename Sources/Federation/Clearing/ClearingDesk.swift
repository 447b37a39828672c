public import Compensation
import TransparencyLog

/// Looks over the docket for clearings and payments.
public struct ClearingDesk: Sendable {
    public let docket: Docket
    public let now: Timestamp
    private let history: any LogHistory
    private let verified: ClearableSettlements

    public init(_ docket: Docket, history: any LogHistory, now: Timestamp) {
        self.docket = docket
        self.history = history
        self.now = now
        verified = ClearableSettlements(docket.settlements)
    }

    /// The money of every agreement in force; sorted by agreement.
    public func agreements() throws -> [AgreementMoney] { try docket.agreements.terms.filter(\.inForce).map(money) }

    public func money(of terms: AgreementTerms) throws -> AgreementMoney {
        try AgreementMoney(docket, terms, verified, history, at: now)
    }

    /// The years of an agreement that have verified settlements, clearings or payments; in order. A payment may name
    /// any year: only those of the agreement are looked at.
    public func cases(of money: AgreementMoney) -> [ClearingCase] { years(of: money).map { clearing(of: $0, money) } }

    /// Of several texts, those with settlements, clearings or payments of a year, or failing them those that settle
    /// some of its periods.
    public func concerned(by year: Period, among texts: [AgreementMoney]) -> [AgreementMoney] {
        let used = texts.filter { years(of: $0).contains(year) }
        return used.isEmpty ? texts.filter { $0.terms.settles(year) } : used
    }

    /// The years of these cases.
    private func years(of money: AgreementMoney) -> [Period] {
        var years = verified.settlements(of: money.terms).compactMap { $0.key.period.containing(.year) }
        years += money.clearings.map(\.entry.year)
        years += money.payments.flatMap(\.entry.items).map(\.year).filter(money.terms.overlaps)
        let sorted = years.sorted()
        return sorted.enumerated().filter { $0.offset == 0 || sorted[$0.offset - 1] != $0.element }
            .map(\.element)
    }

    /// A year of an agreement, whether or not anything was said about it.
    public func clearing(of year: Period, _ money: AgreementMoney) -> ClearingCase {
        let records = money.clearings.filter { $0.entry.year == year }
        let earlier = records.filter { $0.standing == .stands }.map(\.entry)
        let held = AgreementCut(cut(of: money.terms), of: money.terms, docket)
        // What rests on less would not stand, and would be said again and again.
        let acceptances = money.computer.acceptances(of: year, before: nil)
        let lacking = held.lacking(over: acceptances)
        let next =
            lacking == nil
            ? money.computer.clearing(
                of: year, after: earlier, before: nil, cut: held.lines,
                rivers: ClearingRivers(money.terms, docket.sections)) : nil
        return ClearingCase(
            terms: money.terms, year: year, records: records, next: next,
            obstacle: next != nil || acceptances.isEmpty ? nil : lacking.map { .notHeld($0) } ?? .amountTooLarge,
            claims: money.claims.filter { $0.year == year },
            isOver: hasEnded(year) || !money.terms.settles(year) && settlements(of: year, money.terms).isEmpty,
            missing: (next?.unsettled ?? []).filter { money.terms.hasToSettle($0, docket.settlements) })
    }

    private func hasEnded(_ year: Period) -> Bool { now.civilTime.map { !($0 < year.end) } ?? false }

    /// The verified settlements of a year, in order of period.
    public func settlements(of year: Period, _ terms: AgreementTerms) -> [VerifiedSettlement] {
        verified.settlements(of: terms).filter { $0.key.period.containing(.year) == year }
    }

    /// Periods that every party has settled alike and the centre has said nothing about: with the centre silent
    /// they are as good as settled between the parties.
    public func agreedOnly(_ clearing: ClearingCase) -> [(period: Period, transfers: [TransferTerms])] {
        let terms = clearing.terms
        let register = docket.settlements
        return (clearing.next?.unsettled ?? []).compactMap { period in
            let proposals = terms.entry.parties.compactMap { party in
                register.acceptance(of: party, for: terms.key(period), in: terms.entry.channel)
                    .flatMap { VerifiedSettlement.proposal($0, of: party, terms, register) }
            }
            guard let first = proposals.first, proposals.count == terms.entry.parties.count,
                proposals.allSatisfy({
                    $0.settlementDigest == first.settlementDigest && $0.transfers == first.transfers
                })
            else { return nil }
            return (period, first.transfers)
        }
    }

    /// The parties' logs in the agreement's channel, as far as held: what the centre's next word rests on.
    public func cut(of terms: AgreementTerms) -> [CutLog] { AgreementCut.held(terms, docket) }
}
