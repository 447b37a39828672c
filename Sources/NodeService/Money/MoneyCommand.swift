/// What an operator can ask about clearing, payments and the use of funds. Amounts, years and days are as typed.
public enum MoneyCommand: Codable, Sendable {
    case clearings
    case clearing(agreement: String, year: String, digest: String? = nil)
    case recordClearing(ClearingForm)
    case payments(agreement: String?)
    case payment(PaymentForm)
    case receive(ReceiptForm)
    /// The notice of the payment with a number or at a place.
    case notice(payment: String)
    case collect(CollectionForm)
    case offers
    case offer(OfferForm)
    case acceptOffer(place: String, amount: String?, dryRun: Bool)
    case funds
    case use(UseForm)
    case report(ReportForm)
    case splits
    case split(SplitForm)
}
