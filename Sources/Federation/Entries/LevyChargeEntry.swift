public import Compensation

/// `levy-charge` 征收: what a pair without an agreement owes the basin's fund for one month. The centre's only;
/// everything in it follows from the rule and the logs, see `LevyDesk`.
public struct LevyChargeEntry: EntryBody {
    static let kind = "levy-charge"

    /// The rule.
    public let levy: EntryReference
    public let pair: LevyPair
    public let month: Period
    /// What each pays, above zero; sorted by party.
    public let shares: [PartyAmount]

    public init(levy: EntryReference, pair: LevyPair, month: Period, shares: [PartyAmount]) {
        self.levy = levy
        self.pair = pair
        self.month = month
        self.shares = shares.sorted { $0.party < $1.party }
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        levy = try fields.reference("levy")
        pair = try LevyPair(json: try fields.value("pair"), path: "pair")
        month = try fields.period("month", .month)
        shares = try fields.array("shares", limit: 2) { value, path throws(EntryProblem) in
            try PartyAmount(json: value, path: path)
        }
        guard !shares.isEmpty, shares.allSatisfy({ $0.amount.count > 0 }),
            zip(shares, shares.dropFirst()).allSatisfy({ $0.party < $1.party })
        else { throw fields.invalid("shares") }
    }

    var fields: [(String, JSONValue?)] {
        [
            ("levy", levy.json), ("pair", pair.json), ("month", .string(month.text)),
            ("shares", .array(shares.map(\.json))),
        ]
    }
}
