public import Compensation

/// `payment` 拨款: the payer says that it has paid, with what a notice of payment between finance departments states.
///
/// One transfer may pay a clearing and an advance for the next year together.
public struct PaymentEntry: EntryBody {
    static let kind = "payment"

    public let key: AgreementKey
    /// 文号 of the payer's notice; one number, one payment.
    public let statementNumber: String
    public let payer: PartyCode
    public let payee: PartyCode
    public let details: PaymentDetails
    /// The day of payment.
    public let paidOn: Period
    /// At least one.
    public let items: [PaymentItem]
    /// The sum of the items.
    public let amount: Fen
    /// A payment of the same payer that was said wrongly and not confirmed yet; this one stands in its place.
    public let replaces: EntryReference?

    public init(
        key: AgreementKey, statementNumber: String, payer: PartyCode, payee: PartyCode, details: PaymentDetails,
        paidOn: Period, items: [PaymentItem], amount: Fen, replaces: EntryReference? = nil
    ) {
        self.key = key
        self.statementNumber = statementNumber
        self.payer = payer
        self.payee = payee
        self.details = details
        self.paidOn = paidOn
        self.items = items
        self.amount = amount
        self.replaces = replaces
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try AgreementKey(fields: &fields)
        statementNumber = try fields.string("statement_number", limit: 100)
        payer = try fields.party("payer")
        payee = try fields.party("payee")
        guard payer != payee else { throw fields.invalid("payee") }
        details = try PaymentDetails(fields: &fields)
        paidOn = try fields.period("paid_on", .day)
        items = try fields.array("items", limit: 20) { value, path throws(EntryProblem) in
            try PaymentItem(json: value, path: path)
        }
        amount = try fields.amount("amount_fen")
        replaces = try fields.optionalReference("replaces")
        guard !items.isEmpty, Fen.sum(items.map(\.amount)) == amount else { throw fields.invalid("items") }
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [
            ("statement_number", .string(statementNumber)), ("payer", .string(payer.text)),
            ("payee", .string(payee.text)), ("paid_on", .string(paidOn.text)),
            ("items", .array(items.map(\.json))), ("amount_fen", .amount(amount)),
            ("replaces", replaces?.json),
        ] + details.fields
    }
}
