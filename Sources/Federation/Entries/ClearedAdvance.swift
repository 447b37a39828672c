public import Compensation

/// An advance that a clearing deducts: the payment that was received, and how much of it was for this year.
public struct ClearedAdvance: Hashable, Comparable, Sendable {
    public let payment: EntryReference
    public let amount: Fen

    public init(payment: EntryReference, amount: Fen) {
        self.payment = payment
        self.amount = amount
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        payment = try fields.reference("payment")
        amount = try fields.amount("amount_fen")
        try fields.finish()
    }

    var json: JSONValue { .members([("payment", payment.json), ("amount_fen", .amount(amount))]) }

    public static func < (left: ClearedAdvance, right: ClearedAdvance) -> Bool { left.payment < right.payment }
}
