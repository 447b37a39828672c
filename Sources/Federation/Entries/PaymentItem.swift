public import Compensation

/// A part of a payment: so much for a clearing, or so much in advance for a year.
public struct PaymentItem: Hashable, Sendable {
    public let purpose: PaymentPurpose
    public let year: Period
    /// The clearing that is paid; absent for an advance.
    public let clearing: EntryReference?
    /// Where the clearing keeps rivers apart, or the advance is for one of several.
    public let river: String?
    /// More than zero.
    public let amount: Fen

    /// A part of what a clearing says is to be paid.
    public init(clearing: EntryReference, year: Period, river: String? = nil, amount: Fen) {
        purpose = .clearing
        self.year = year
        self.clearing = clearing
        self.river = river
        self.amount = amount
    }

    /// Paid before anything is cleared.
    public init(advanceFor year: Period, river: String? = nil, amount: Fen) {
        purpose = .advance
        self.year = year
        clearing = nil
        self.river = river
        self.amount = amount
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        purpose = try fields.parsed("purpose") { PaymentPurpose(rawValue: $0) }
        year = try fields.period("year", .year)
        clearing = purpose == .clearing ? try fields.reference("clearing") : nil
        river = try fields.optionalText("river")
        amount = try fields.amount("amount_fen")
        try fields.finish()
    }

    public var json: JSONValue {
        .members([
            ("purpose", .string(purpose.rawValue)), ("year", .string(year.text)), ("clearing", clearing?.json),
            ("river", river.map { .string($0) }), ("amount_fen", .amount(amount)),
        ])
    }
}
