public import Compensation

/// One payment of a settlement as the entries state it.
public struct TransferTerms: Hashable, Sendable {
    public let payer: PartyCode
    public let payee: PartyCode
    public let amount: Fen
    /// The section it is for, where the scheme pays for each of its sections.
    public let section: SectionID?

    public init(payer: PartyCode, payee: PartyCode, amount: Fen, section: SectionID? = nil) {
        self.payer = payer
        self.payee = payee
        self.amount = amount
        self.section = section
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        payer = try fields.parsed("payer") { PartyCode($0) }
        payee = try fields.parsed("payee") { PartyCode($0) }
        let fen = try fields.integer("amount_fen")
        guard fen >= 0, payer != payee else { throw fields.invalid("amount_fen") }
        amount = Fen(fen)
        section = try fields.optionalParsed("section") { SectionID($0) }
        try fields.finish()
    }

    public var json: JSONValue {
        .members([
            ("payer", .string(payer.text)), ("payee", .string(payee.text)), ("amount_fen", .integer(amount.count)),
            ("section", section.map { .string($0.text) }),
        ])
    }
}
