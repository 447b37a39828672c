public import Compensation

/// `levy` 征收规则: from when a pair of neighbours without an agreement pays, how much a month, and who of the two.
/// The centre's only. 渝财环〔2023〕33号 has 100 万元 a month until signing; it does not say which side, so that is a
/// parameter here.
public struct LevyEntry: EntryBody {
    static let kind = "levy"
    public static let mostPairs = 200

    /// Who pays the month's amount. The raw value is the word in files.
    public enum Bearer: String, CaseIterable, Sendable {
        case upstream
        case downstream
        /// Each of the two the whole amount.
        case each
        /// Each a half; of an odd fen the upstream party bears the larger.
        case halves
    }

    public let basin: String
    /// Sorted by section.
    public let pairs: [LevyPair]
    /// Above zero.
    public let monthly: Fen
    /// The first month.
    public let from: Period
    /// The last month; `nil` while the rule goes on.
    public let to: Period?
    public let bearer: Bearer

    public init(basin: String, pairs: [LevyPair], monthly: Fen, from: Period, to: Period? = nil, bearer: Bearer) {
        self.basin = basin
        self.pairs = pairs.sorted()
        self.monthly = monthly
        self.from = from
        self.to = to
        self.bearer = bearer
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        basin = try fields.string("basin", limit: LedgerLine.longestBasin)
        pairs = try fields.array("pairs", limit: Self.mostPairs) { value, path throws(EntryProblem) in
            try LevyPair(json: value, path: path)
        }
        guard zip(pairs, pairs.dropFirst()).allSatisfy({ $0 < $1 }) else { throw fields.invalid("pairs") }
        let fen = try fields.integer("monthly_fen")
        guard fen > 0 else { throw fields.invalid("monthly_fen") }
        monthly = Fen(fen)
        from = try fields.period("from", .month)
        to = try fields.optionalParsed("to") { Period($0).flatMap { $0.kind == .month ? $0 : nil } }
        bearer = try fields.parsed("bearer") { Bearer(rawValue: $0) }
    }

    var fields: [(String, JSONValue?)] {
        [
            ("basin", .string(basin)), ("pairs", .array(pairs.map(\.json))), ("monthly_fen", .integer(monthly.count)),
            ("from", .string(from.text)), ("to", to.map { .string($0.text) }), ("bearer", .string(bearer.rawValue)),
        ]
    }
}
