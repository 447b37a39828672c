public import Compensation

/// `payment-received` 收款确认: the payee says that a payment has arrived, in full.
public struct PaymentReceivedEntry: EntryBody {
    static let kind = "payment-received"

    public let key: AgreementKey
    public let payment: EntryReference
    public let amount: Fen
    /// The day it arrived.
    public let receivedOn: Period

    public init(key: AgreementKey, payment: EntryReference, amount: Fen, receivedOn: Period) {
        self.key = key
        self.payment = payment
        self.amount = amount
        self.receivedOn = receivedOn
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try AgreementKey(fields: &fields)
        payment = try fields.reference("payment")
        amount = try fields.amount("amount_fen")
        receivedOn = try fields.period("received_on", .day)
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [
            ("payment", payment.json), ("amount_fen", .amount(amount)), ("received_on", .string(receivedOn.text)),
        ]
    }
}
