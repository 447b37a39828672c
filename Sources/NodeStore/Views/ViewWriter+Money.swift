import Compensation
import Federation
import TransparencyLog

/// Rows of what is said about clearing and payment.
extension ViewWriter {
    func money(_ place: EntryReference, _ entry: Entry) throws {
        switch entry {
        case .clearing(let entry):
            try insert(
                "clearing", place,
                [
                    entry.key.agreement.text, entry.key.digest.hex, entry.year.text, entry.number,
                    entry.settlements.count, entry.unsettled.count,
                ])
            for (row, transfer) in entry.transfers.enumerated() {
                try insert(
                    "clearing_transfer", place,
                    [row, transfer.payer.text, transfer.payee.text, transfer.river, transfer.amount.count])
            }
        case .forcedDeduction(let entry):
            try insert(
                "forced_deduction", place,
                [
                    entry.key.agreement.text, entry.payer.text, entry.payee.text, entry.river, entry.overdue.count,
                    entry.surcharge.count,
                ])
        case .payment(let entry): try payment(place, entry)
        case .paymentReceived(let entry):
            try insert(
                "payment_received", place,
                [entry.key.agreement.text, entry.payment.text, entry.receivedOn.text, entry.amount.count])
        case .inKind(let entry):
            try insert(
                "in_kind", place,
                [
                    entry.key.agreement.text, entry.payer.text, entry.payee.text, entry.form.rawValue,
                    entry.description, entry.value.count, entry.replaces.count,
                ])
        case .inKindAcceptance(let entry):
            try insert("in_kind_acceptance", place, [entry.key.agreement.text, entry.offer.text])
        case .split(let entry):
            for (row, share) in entry.shares.enumerated() {
                try insert(
                    "split", place,
                    [
                        row, entry.key.agreement.text, entry.payment.text, share.party.text, share.name, share.factor,
                        share.amount.count,
                    ])
            }
        case .fundUse(let entry):
            try insert(
                "fund_use", place,
                [
                    entry.key.agreement.text, entry.project, entry.purpose, entry.river, entry.reason,
                    entry.amount.count, entry.reportDue.text,
                ])
        case .fundReport(let entry):
            try insert(
                "fund_report", place,
                [entry.key.agreement.text, entry.use.text, entry.spent.count, entry.result])
        default: break
        }
    }

    private func payment(_ place: EntryReference, _ entry: PaymentEntry) throws {
        try insert(
            "payment", place,
            [
                entry.key.agreement.text, entry.statementNumber, entry.payer.text, entry.payee.text, entry.paidOn.text,
                entry.amount.count, entry.details.treasury, entry.details.memo, entry.details.budgetSubject,
            ])
        for (row, item) in entry.items.enumerated() {
            try insert(
                "payment_item", place,
                [row, item.purpose.rawValue, item.year.text, item.river, item.amount.count])
        }
    }
}
