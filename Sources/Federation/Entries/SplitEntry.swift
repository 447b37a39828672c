public import Compensation

/// `split` 内部分配: a recipient divides a received payment among its districts by fixed factors, exactly.
public struct SplitEntry: EntryBody {
    static let kind = "split"

    public let key: AgreementKey
    public let payment: EntryReference
    public let amount: Fen
    /// In the recipient's order; what is lost in rounding goes by largest remainder, the earlier first.
    public let shares: [SplitShare]

    public init(key: AgreementKey, payment: EntryReference, amount: Fen, shares: [SplitShare]) {
        self.key = key
        self.payment = payment
        self.amount = amount
        self.shares = shares
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try AgreementKey(fields: &fields)
        payment = try fields.reference("payment")
        amount = try fields.amount("amount_fen")
        let shares = try fields.array("shares", limit: 100) { value, path throws(EntryProblem) in
            try SplitShare(json: value, path: path)
        }
        self.shares = shares
        let codes = shares.map(\.party).sorted()
        guard zip(codes, codes.dropFirst()).allSatisfy({ $0 < $1 }),
            LargestRemainder.parts(of: amount, by: shares.map(\.factor)) == shares.map(\.amount)
        else { throw fields.invalid("shares") }
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [
            ("payment", payment.json), ("amount_fen", .amount(amount)), ("shares", .array(shares.map(\.json))),
        ]
    }
}
