public import Compensation

/// What one party has to pay another by a clearing.
public struct ClearingTransfer: Hashable, Comparable, Sendable {
    public let payer: PartyCode
    public let payee: PartyCode
    /// More than zero.
    public let amount: Fen
    /// The river it is for, where the agreement keeps its rivers apart.
    public let river: String?

    public init(payer: PartyCode, payee: PartyCode, amount: Fen, river: String? = nil) {
        self.payer = payer
        self.payee = payee
        self.amount = amount
        self.river = river
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        payer = try fields.party("payer")
        payee = try fields.party("payee")
        amount = try fields.amount("amount_fen")
        river = try fields.optionalText("river")
        guard payer != payee else { throw fields.invalid("payee") }
        try fields.finish()
    }

    public var json: JSONValue {
        .members([
            ("payer", .string(payer.text)), ("payee", .string(payee.text)), ("amount_fen", .amount(amount)),
            ("river", river.map { .string($0) }),
        ])
    }

    /// By river, then payer, then payee: of one clearing no two are alike in these.
    public static func < (left: ClearingTransfer, right: ClearingTransfer) -> Bool {
        let (one, other) = (left.river ?? "", right.river ?? "")
        guard one.sameBytes(as: other) else { return one.precedesInBytes(other) }
        return left.payer == right.payer ? left.payee < right.payee : left.payer < right.payer
    }
}
