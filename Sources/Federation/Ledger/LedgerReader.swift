import Compensation
import TransparencyLog

/// Reads the sorts of lines out of the docket, one after the other.
struct LedgerReader {
    private let docket: Docket
    /// The rulings that take settlement lines away: few, while lines are many.
    private let vetoes: [EntryRecord<IncidentRulingEntry>]

    init(_ docket: Docket) {
        self.docket = docket
        vetoes = docket.centre.standingRulings.filter { $0.body.cancels.contains(.rewards) }
    }

    /// Rewards and deductions of settlements. A ruling takes away the transfers in favour of its party, from payee and
    /// payer alike, so that what stays sums to zero; and what an adjustment has the party give back of them.
    var settlementLines: [LedgerItem] {
        let ledger = docket.ledger
        guard !vetoes.isEmpty else {
            return ledger.rewards.flatMap { lines($0, .reward, isCredit: true, nil) }
                + ledger.deductions.flatMap { lines($0, .deduction, isCredit: false, nil) }
        }
        var rewards: [LedgerItem] = []
        var deductions: [LedgerItem] = []
        var paired: [EntryReference] = []
        for deduction in ledger.deductions {
            // The centre writes a transfer as its deduction and then its reward.
            let reward = reward(of: deduction)
            let cut = reward.flatMap { cancelled(deduction, payee: $0.body.party) }
            deductions += lines(deduction, .deduction, isCredit: false, cut)
            if let reward {
                rewards += lines(reward, .reward, isCredit: true, cut)
                paired.append(reward.reference)
            }
        }
        var rest = paired[...]
        for reward in ledger.rewards {
            if rest.first == reward.reference {
                rest.removeFirst()
            } else {
                rewards += lines(reward, .reward, isCredit: true, cancelledAlone(reward.body))
            }
        }
        return rewards + deductions
    }

    /// One line, or two where only a part of it is cancelled.
    private func lines(
        _ record: EntryRecord<LedgerLine>, _ sort: LedgerItem.Sort, isCredit: Bool, _ cut: Cut?
    ) -> [LedgerItem] {
        guard let year = record.body.key.period.containing(.year) else { return [] }
        func line(_ amount: Fen, _ standing: LedgerItem.Standing) -> LedgerItem? {
            guard let signed = isCredit ? amount : Fen.zero.subtracting(amount) else { return nil }
            return LedgerItem(
                basin: record.body.basin ?? "", year: year, sort: sort, party: record.body.party, amount: signed,
                subject: record.body.key.text, place: record.reference, standing: standing)
        }
        guard let cut else { return [line(record.body.amount, .counts)].compactMap { $0 } }
        let rest = record.body.amount.subtracting(cut.amount) ?? .zero
        return [line(cut.amount, .cancelled(by: cut.ruling)), rest > .zero ? line(rest, .counts) : nil]
            .compactMap { $0 }
    }

    private func reward(of deduction: EntryRecord<LedgerLine>) -> EntryRecord<LedgerLine>? {
        let rewards = docket.ledger.rewards
        let position = rewards.firstPosition { deduction.reference < $0.reference }
        guard position < rewards.count else { return nil }
        let next = rewards[position]
        return next.reference.log == deduction.reference.log && next.reference.index == deduction.reference.index + 1
            && next.body.key == deduction.body.key && next.body.amount == deduction.body.amount ? next : nil
    }

    /// How much of a transfer a ruling takes away.
    private struct Cut {
        let ruling: EntryReference
        let amount: Fen
    }

    private func cancelled(_ deduction: EntryRecord<LedgerLine>, payee: PartyCode) -> Cut? {
        let line = deduction.body
        if let ruling = ruling(on: line, of: payee) { return Cut(ruling: ruling, amount: line.amount) }
        guard line.key.adjustment != nil, let ruling = ruling(on: line, of: line.party) else { return nil }
        // What the party was to get from this payee for the period, less what was given back of it already.
        let transfers = docket.ledger.deductions(of: line.key).compactMap { other in
            reward(of: other).map { (payer: other, payee: $0.body.party) }
        }
        let taken = transfers.filter { $0.payer.body.party == payee && $0.payee == line.party }.map(\.payer.body.amount)
        let given = transfers.filter {
            $0.payer.body.key.adjustment != nil && $0.payer.reference < deduction.reference
                && $0.payer.body.party == line.party && $0.payee == payee
        }.map(\.payer.body.amount)
        guard let all = Fen.sum(taken), let gone = Fen.sum(given), let rest = all.subtracting(gone), rest > .zero
        else { return nil }
        return Cut(ruling: ruling, amount: min(rest, line.amount))
    }

    /// A reward that no deduction stands before.
    private func cancelledAlone(_ line: LedgerLine) -> Cut? {
        ruling(on: line, of: line.party).map { Cut(ruling: $0, amount: line.amount) }
    }

    private func ruling(on line: LedgerLine, of party: PartyCode) -> EntryReference? {
        guard let year = line.key.period.containing(.year) else { return nil }
        return vetoes.first {
            $0.body.party == party && $0.body.basin.sameBytes(as: line.basin ?? "") && $0.body.year == year
        }?.reference
    }

    /// What a levied pair pays into the basin's fund.
    var charges: [LedgerItem] {
        docket.centre.charges.flatMap { record -> [LedgerItem] in
            guard let rule = docket.centre.levy(at: record.body.levy), let year = record.body.month.containing(.year)
            else { return [] }
            let pair = record.body.pair
            return record.body.shares.compactMap { share in
                guard let amount = Fen.zero.subtracting(share.amount) else { return nil }
                return LedgerItem(
                    basin: rule.body.basin, year: year, sort: .levy, party: share.party, amount: amount,
                    subject: "\(pair.section.text) \(record.body.month.text)", place: record.reference,
                    standing: .counts)
            }
        }
    }

    var incidents: [LedgerItem] {
        docket.centre.rulings.compactMap { record in
            let ruling = record.body
            guard ruling.deduction.count > 0, let amount = Fen.zero.subtracting(ruling.deduction) else { return nil }
            let standing = docket.centre.ruling(on: ruling.incident, of: ruling.party)?.reference
            return LedgerItem(
                basin: ruling.basin, year: ruling.year, sort: .incident, party: ruling.party, amount: amount,
                subject: ruling.incident.text, place: record.reference,
                standing: replaced(record.reference, by: standing))
        }
    }

    var awards: [LedgerItem] {
        docket.centre.awards.flatMap { record in
            let table = record.body
            let latest = docket.centre.award(table.basin, table.year)?.reference
            func item(_ line: AwardLine, _ sort: LedgerItem.Sort) -> LedgerItem {
                let ruling =
                    line.amount.count > 0
                    ? docket.centre.cancels(.awards, of: line.party, table.basin, table.year)?.reference : nil
                let standing = replaced(record.reference, by: latest)
                return LedgerItem(
                    basin: table.basin, year: table.year, sort: sort, party: line.party, amount: line.amount,
                    subject: line.remark, place: record.reference,
                    standing: standing == .counts ? ruling.map { .cancelled(by: $0) } ?? .counts : standing)
            }
            return table.lines.map { item($0, .award) } + table.outside.map { item($0, .outside) }
        }
    }

    var accounts: [LedgerItem] {
        docket.centre.accounts.flatMap { record in
            let latest = docket.centre.account(record.body.basin, record.body.year)?.reference
            return record.body.lines.map { line in
                LedgerItem(
                    basin: record.body.basin, year: record.body.year, sort: .account, party: line.party,
                    amount: line.amount, subject: String(record.body.accountDigest.hex.prefix(16)),
                    place: record.reference, standing: replaced(record.reference, by: latest))
            }
        }
    }

    /// From payer to payee; in the year that was cleared and the basin that its settlements were entered in. Whether
    /// they were owed only tells who holds the agreement.
    static func surcharges(_ docket: Docket, history: any LogHistory) throws -> [LedgerItem] {
        let said = docket.clearings.forcedDeductions.filter { $0.body.surcharge.count > 0 }
        guard !said.isEmpty else { return [] }
        let desk = ClearingDesk(docket, history: history, now: said[0].at)
        let valid = try docket.agreements.terms.filter { terms in
            terms.inForce && said.contains { $0.body.key == terms.key }
        }.map { (key: $0.key, cases: try desk.money(of: $0).forcedDeductions) }
        return said.flatMap { record -> [LedgerItem] in
            let forced = record.body
            let clearing = docket.clearings.clearings[forced.key].first { $0.reference == forced.clearing }?.body
            guard let year = clearing?.year, let borne = Fen.zero.subtracting(forced.surcharge) else { return [] }
            let cases = valid.first { $0.key == forced.key }?.cases
            let standing: LedgerItem.Standing =
                switch cases?.first(where: { $0.reference == record.reference })?.standing {
                case nil, .waits?: .unchecked
                case .counts?: .counts
                case .differs?: .unfounded
                }
            return [(forced.payer, borne), (forced.payee, forced.surcharge)].map { party, amount in
                LedgerItem(
                    basin: docket.ledger.basin(under: forced.key) ?? "", year: year, sort: .surcharge, party: party,
                    amount: amount, subject: "\(forced.key.agreement.text) \(year.text)", place: record.reference,
                    standing: standing)
            }
        }
    }

    private func replaced(_ place: EntryReference, by latest: EntryReference?) -> LedgerItem.Standing {
        latest.flatMap { $0 == place ? nil : .replaced(by: $0) } ?? .counts
    }
}
