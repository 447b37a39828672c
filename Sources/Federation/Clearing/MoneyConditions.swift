public import Compensation

/// What somebody has to act on about clearing, payments and funds.
public struct MoneyConditions: Sendable {
    private let desk: ClearingDesk
    private let me: PartyCode
    private let isCentre: Bool

    public init(_ desk: ClearingDesk, me: PartyCode, isCentre: Bool) {
        self.desk = desk
        self.me = me
        self.isCentre = isCentre
    }

    public func all() throws -> [Condition] { all(of: try desk.agreements()) }

    /// The same of money that was worked out before: that of every agreement in force.
    public func all(of agreements: [AgreementMoney]) -> [Condition] {
        agreements.filter { isCentre || $0.terms.entry.parties.contains(me) }.flatMap { money in
            clearings(money) + payments(money) + claims(money) + offers(money) + funds(money)
        }
    }

    private func clearings(_ money: AgreementMoney) -> [Condition] {
        let name = money.terms.entry.agreement.text
        var conditions = money.clearings.compactMap { clearing -> Condition? in
            guard case .differs(let what) = clearing.standing, !clearing.isPassedOver else { return nil }
            return Condition(
                .clearingDiffers, subject: "\(name) \(clearing.entry.year.text)",
                detail: "\(clearing.record.reference.text) \(what.rawValue)")
        }
        for deduction in money.forcedDeductions where deduction.standing == .differs && !deduction.isPassedOver {
            conditions.append(
                Condition(
                    .forcedDeductionDiffers, subject: name,
                    detail: "\(deduction.record.reference.text) \(deduction.entry.overdue.formattedYuan)"))
        }
        guard isCentre else { return conditions }
        for clearing in desk.cases(of: money) where clearing.isDue && clearing.isComplete {
            conditions.append(
                Condition(
                    .clearingDue, subject: "\(name) \(clearing.year.text)",
                    detail: "tongzhou clearing record \(name) \(clearing.year.text)"))
        }
        return conditions
    }

    private func payments(_ money: AgreementMoney) -> [Condition] {
        money.payments.compactMap { payment in
            let subject = "\(money.terms.entry.agreement.text) \(payment.entry.statementNumber)"
            switch payment.standing {
            case .repeatedNumber(let first):
                return Condition(.paymentDoesNotFit, subject: subject, detail: "repeated-number \(first.text)")
            case .unknownClaim:
                return Condition(.paymentDoesNotFit, subject: subject, detail: "unknown-claim")
            case .counts where payment.entry.payee == me && payment.receipt == nil:
                return Condition(.receiptWaits, subject: subject, detail: payment.entry.amount.formattedYuan)
            case .counts, .waits, .replaced: return nil
            }
        }
    }

    private func claims(_ money: AgreementMoney) -> [Condition] {
        money.claims.compactMap { claim in
            let transfer = claim.transfer
            guard isCentre || transfer.payer == me || transfer.payee == me else { return nil }
            let subject =
                "\(money.terms.entry.agreement.text) \(claim.year.text) \(transfer.payer.text) → \(transfer.payee.text)"
            if claim.unpaid < .zero {
                let excess = Fen.zero.subtracting(claim.unpaid) ?? .zero
                return Condition(.paymentDoesNotFit, subject: subject, detail: "overpaid \(excess.formattedYuan)")
            }
            var detail = "\(claim.unpaid.formattedYuan) ≤ \(claim.dueOn.text)"
            if claim.unconfirmed > .zero {
                detail += "; 称已付而未确认 said paid, not confirmed \(claim.unconfirmed.formattedYuan)"
            }
            if claim.isLate(at: desk.now) { return Condition(.paymentLate, subject: subject, detail: detail) }
            guard claim.unpaid > .zero, transfer.payer == me else { return nil }
            return Condition(.paymentDue, subject: subject, detail: detail)
        }
    }

    private func offers(_ money: AgreementMoney) -> [Condition] {
        money.offers.filter { $0.isValid && $0.acceptance == nil && $0.entry.payee == me }.map { offer in
            Condition(
                .inKindWaits, subject: offer.reference.text,
                detail: "\(offer.entry.form.name.zh) \(offer.entry.form.name.en) \(offer.entry.replaces.formattedYuan)")
        }
    }

    private func funds(_ money: AgreementMoney) -> [Condition] {
        money.accounts(desk.docket).filter { isCentre || $0.party == me }.flatMap { account -> [Condition] in
            let subject = "\(money.terms.entry.agreement.text) \(account.party.text)"
            var conditions: [Condition] = []
            let overdue = account.overduePlans(at: desk.now)
            if overdue > .zero {
                conditions.append(Condition(.plansOverdue, subject: subject, detail: overdue.formattedYuan))
            }
            for project in account.projects {
                if project.isOverdue(at: desk.now) {
                    conditions.append(
                        Condition(
                            .reportOverdue, subject: subject,
                            detail: "\(project.record.body.project) ≤ \(project.record.body.reportDue.text)"))
                }
                if project.lacksReason {
                    conditions.append(
                        Condition(
                            .useWithoutReason, subject: subject,
                            detail: "\(project.record.body.project): \(project.record.body.river)"))
                }
            }
            return conditions
        }
    }
}
