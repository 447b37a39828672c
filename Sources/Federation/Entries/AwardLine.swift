public import Compensation

/// One row of the yearly table of awards and deductions: an amount and the agreements it is for.
public struct AwardLine: Hashable, Sendable {
    public let party: PartyCode
    /// Award positive, deduction negative.
    public let amount: Fen
    /// The rivers or agreements, as the table names them; empty where it names none. At most 256 bytes.
    public let remark: String

    public init(party: PartyCode, amount: Fen, remark: String) {
        self.party = party
        self.amount = amount
        self.remark = remark
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        party = try fields.parsed("party") { PartyCode($0) }
        amount = Fen(try fields.integer("amount_fen"))
        remark = try fields.optionalText("remark") ?? ""
        try fields.finish()
    }

    var json: JSONValue {
        .members([
            ("party", .string(party.text)), ("amount_fen", .integer(amount.count)),
            ("remark", remark.isEmpty ? nil : .string(remark)),
        ])
    }
}
