public import Compensation

/// What recipients do with what they received.
extension AgreementMoney {
    /// One account for every party that has received something or filed a project; sorted by code.
    public func accounts(_ docket: Docket) -> [FundAccount] {
        terms.entry.parties.compactMap { party in
            let account = account(of: party, docket)
            return account.receipts.isEmpty && account.projects.isEmpty ? nil : account
        }
    }

    public func account(of party: PartyCode, _ docket: Docket) -> FundAccount {
        let key = terms.key
        func isSaid(_ record: EntryReference) -> Bool { record.log.channel == terms.entry.channel }
        var receipts: [(day: Period, amount: Fen)] = []
        for payment in payments where payment.entry.payee == party && payment.standing == .counts {
            if let receipt = payment.receipt { receipts.append((receipt.body.receivedOn, receipt.body.amount)) }
        }
        for deduction in forcedDeductions where deduction.isValid && deduction.entry.payee == party {
            if let time = deduction.record.at.civilTime, let day = PeriodKind.day.period(containing: time),
                let total = deduction.entry.total
            {
                receipts.append((day, total))
            }
        }
        let rivers = ownRivers(docket)
        var projects: [FundAccount.Project] = []
        for said in docket.payments.uses[key] where said.party == party && isSaid(said.record.reference) {
            func report(on use: EntryReference) -> EntryRecord<FundReportEntry>? {
                docket.payments.reports[use].last {
                    $0.party == party && $0.record.body.key == key && isSaid($0.record.reference)
                }?.record
            }
            let isOnOwnRiver = rivers.contains { $0.sameBytes(as: said.record.body.river) }
            var project = FundAccount.Project(
                record: said.record, report: report(on: said.record.reference), isOnOwnRiver: isOnOwnRiver)
            guard let replaced = said.record.body.replaces else {
                projects.append(project)
                continue
            }
            // What is not filed, or no more, cannot be replaced: the money would be planned twice.
            guard let place = projects.firstIndex(where: { $0.record.reference == replaced }) else { continue }
            project.report = project.report ?? projects[place].report
            projects[place] = project
        }
        var splits: [EntryRecord<SplitEntry>] = []
        for said in docket.payments.splits[key] where said.party == party {
            guard isSaid(said.record.reference),
                received(at: said.record.body.payment, by: party) == said.record.body.amount,
                !splits.contains(where: { $0.body.payment == said.record.body.payment })
            else { continue }
            splits.append(said.record)
        }
        return FundAccount(terms: terms, party: party, receipts: receipts, projects: projects, splits: splits)
    }

    /// What a party has received by a payment, or by a collection of the centre, that was said at a place; nil where
    /// it is none.
    public func received(at place: EntryReference, by party: PartyCode) -> Fen? {
        if let payment = payments.first(where: { $0.reference == place }) {
            return payment.entry.payee == party && payment.receipt != nil ? payment.entry.amount : nil
        }
        return forcedDeductions.first { $0.reference == place && $0.isValid && $0.entry.payee == party }?.entry.total
    }

    /// The rivers of the agreement's sections, as far as they are registered.
    public func ownRivers(_ docket: Docket) -> [String] {
        let registered = docket.sections.sections
        return terms.scheme.sections.compactMap { section in registered.first { $0.section == section.id }?.river }
    }
}
