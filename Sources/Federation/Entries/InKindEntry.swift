public import Compensation

/// `in-kind` 非资金补偿: the payer offers something of an agreed value in the place of cash. It replaces nothing before
/// the payee has accepted.
public struct InKindEntry: EntryBody {
    static let kind = "in-kind"

    public let key: AgreementKey
    public let clearing: EntryReference
    public let payer: PartyCode
    public let payee: PartyCode
    public let river: String?
    public let form: InKindForm
    public let description: String
    /// What it is worth; never below the cash it replaces.
    public let value: Fen
    /// The cash it replaces.
    public let replaces: Fen

    public init(
        key: AgreementKey, clearing: EntryReference, payer: PartyCode, payee: PartyCode, river: String? = nil,
        form: InKindForm, description: String, value: Fen, replaces: Fen
    ) {
        self.key = key
        self.clearing = clearing
        self.payer = payer
        self.payee = payee
        self.river = river
        self.form = form
        self.description = description
        self.value = value
        self.replaces = replaces
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try AgreementKey(fields: &fields)
        clearing = try fields.reference("clearing")
        payer = try fields.party("payer")
        payee = try fields.party("payee")
        guard payer != payee else { throw fields.invalid("payee") }
        river = try fields.optionalText("river")
        form = try fields.parsed("form") { InKindForm(rawValue: $0) }
        description = try fields.string("description", limit: 4000)
        value = try fields.amount("value_fen")
        replaces = try fields.amount("replaces_fen")
        guard value >= replaces else { throw fields.invalid("value_fen") }
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [
            ("clearing", clearing.json), ("payer", .string(payer.text)), ("payee", .string(payee.text)),
            ("river", river.map { .string($0) }), ("form", .string(form.rawValue)),
            ("description", .string(description)), ("value_fen", .amount(value)), ("replaces_fen", .amount(replaces)),
        ]
    }
}
