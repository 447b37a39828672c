public import Compensation

/// One district's part of what a recipient received.
public struct SplitShare: Hashable, Sendable {
    public let party: PartyCode
    /// As people write it: districts need not be members.
    public let name: String
    /// The weight it is divided by.
    public let factor: Int64
    public let amount: Fen

    public init(party: PartyCode, name: String, factor: Int64, amount: Fen) {
        self.party = party
        self.name = name
        self.factor = factor
        self.amount = amount
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        party = try fields.party("party")
        name = try fields.string("name")
        factor = try fields.integer("factor")
        guard (1...Self.largestFactor).contains(factor) else { throw fields.invalid("factor") }
        amount = try fields.amount("amount_fen", least: 0)
        try fields.finish()
    }

    static let largestFactor: Int64 = 1_000_000_000

    public var json: JSONValue {
        .members([
            ("party", .string(party.text)), ("name", .string(name)), ("factor", .integer(factor)),
            ("amount_fen", .amount(amount)),
        ])
    }
}
