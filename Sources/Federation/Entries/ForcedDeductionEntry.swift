public import Compensation

/// `forced-deduction` 强制收扣: the centre takes an overdue amount with an addition from the payer's funds and passes
/// both on to the recipient. The centre's only.
public struct ForcedDeductionEntry: EntryBody {
    static let kind = "forced-deduction"

    public let key: AgreementKey
    public let clearing: EntryReference
    public let payer: PartyCode
    public let payee: PartyCode
    public let river: String?
    /// How much of the parties' logs in the agreement's channel was known, sorted by log: what was paid and confirmed
    /// in it counts against what is collected, nothing else does.
    public let cut: [CutLog]
    /// What had not been paid in time.
    public let overdue: Fen
    /// The addition 加收.
    public let surcharge: Fen

    public init(
        key: AgreementKey, clearing: EntryReference, payer: PartyCode, payee: PartyCode, river: String? = nil,
        cut: [CutLog], overdue: Fen, surcharge: Fen
    ) {
        self.key = key
        self.clearing = clearing
        self.payer = payer
        self.payee = payee
        self.river = river
        self.cut = cut.sorted()
        self.overdue = overdue
        self.surcharge = surcharge
    }

    /// What the recipient gets; nil where it does not fit.
    public var total: Fen? { overdue.adding(surcharge) }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try AgreementKey(fields: &fields)
        clearing = try fields.reference("clearing")
        payer = try fields.party("payer")
        payee = try fields.party("payee")
        river = try fields.optionalText("river")
        cut = try fields.ascending("cut", limit: 200) { value, path throws(EntryProblem) in
            try CutLog(json: value, path: path)
        }
        overdue = try fields.amount("overdue_fen")
        surcharge = try fields.amount("surcharge_fen", least: 0)
        guard payer != payee else { throw fields.invalid("payee") }
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [
            ("clearing", clearing.json), ("payer", .string(payer.text)), ("payee", .string(payee.text)),
            ("river", river.map { .string($0) }), ("cut", .array(cut.map(\.json))),
            ("overdue_fen", .amount(overdue)), ("surcharge_fen", .amount(surcharge)),
        ]
    }
}
