public import Compensation

/// What one party receives, or pays where it is negative, in a table of the centre.
public struct PartyAmount: Hashable, Sendable {
    public let party: PartyCode
    /// Received positive, paid negative.
    public let amount: Fen

    public init(party: PartyCode, amount: Fen) {
        self.party = party
        self.amount = amount
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        party = try fields.parsed("party") { PartyCode($0) }
        amount = Fen(try fields.integer("amount_fen"))
        try fields.finish()
    }

    public var json: JSONValue {
        .members([("party", .string(party.text)), ("amount_fen", .integer(amount.count))])
    }
}
