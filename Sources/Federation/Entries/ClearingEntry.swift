public import Compensation

/// `clearing` 年度清算: a year's verified settlements of one agreement netted into what has to be paid, advances
/// deducted. The centre's only; whoever holds the logs computes it again.
public struct ClearingEntry: EntryBody, Hashable {
    static let kind = "clearing"
    /// What does not fit into one is left to the next number.
    static let mostSettlements = 400
    static let mostAdvances = 200
    static let mostTransfers = 200

    public let key: AgreementKey
    public let year: Period
    /// 1 for the yearly clearing; the next ones take in what was settled or received later.
    public let number: Int
    /// How much of the parties' logs in the agreement's channel was known, sorted by log.
    public let cut: [CutLog]
    /// The section entries that say which rivers are kept apart, sorted; none where the agreement keeps none apart.
    public let sections: [EntryReference]
    /// What is netted, sorted.
    public let settlements: [ClearedSettlement]
    /// Periods of the year that no verified settlement exists for, sorted.
    public let unsettled: [Period]
    /// What is deducted, sorted.
    public let advances: [ClearedAdvance]
    /// What is to be paid, sorted.
    public let transfers: [ClearingTransfer]

    public init(
        key: AgreementKey, year: Period, number: Int, cut: [CutLog], sections: [EntryReference] = [],
        settlements: [ClearedSettlement], unsettled: [Period], advances: [ClearedAdvance],
        transfers: [ClearingTransfer]
    ) {
        self.key = key
        self.year = year
        self.number = number
        self.cut = cut.sorted()
        self.sections = sections.sorted()
        self.settlements = settlements.sorted()
        self.unsettled = unsettled.sorted()
        self.advances = advances.sorted()
        self.transfers = transfers.sorted()
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try AgreementKey(fields: &fields)
        year = try fields.period("year", .year)
        number = try fields.index("number")
        guard (1...999).contains(number) else { throw fields.invalid("number") }
        cut = try fields.ascending("cut", limit: 200) { value, path throws(EntryProblem) in
            try CutLog(json: value, path: path)
        }
        sections = try fields.optionalArray("sections", limit: 400) { value, path throws(EntryProblem) in
            try EntryReference(json: value, path: path)
        }
        guard zip(sections, sections.dropFirst()).allSatisfy({ $0 < $1 }) else { throw fields.invalid("sections") }
        settlements = try fields.ascending("settlements", limit: Self.mostSettlements) {
            value, path throws(EntryProblem) in
            try ClearedSettlement(json: value, path: path)
        }
        unsettled = try fields.ascending("unsettled", limit: 400) { value, path throws(EntryProblem) in
            guard case .string(let text) = value, let period = Period(text) else {
                throw EntryProblem(.fieldInvalid, path)
            }
            return period
        }
        advances = try fields.ascending("advances", limit: Self.mostAdvances) { value, path throws(EntryProblem) in
            try ClearedAdvance(json: value, path: path)
        }
        transfers = try fields.ascending("transfers", limit: Self.mostTransfers) { value, path throws(EntryProblem) in
            try ClearingTransfer(json: value, path: path)
        }
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [
            ("year", .string(year.text)), ("number", .integer(Int64(number))), ("cut", .array(cut.map(\.json))),
            ("sections", sections.isEmpty ? nil : .array(sections.map(\.json))),
            ("settlements", .array(settlements.map(\.json))),
            ("unsettled", .array(unsettled.map { .string($0.text) })), ("advances", .array(advances.map(\.json))),
            ("transfers", .array(transfers.map(\.json))),
        ]
    }
}
