public import Compensation
public import TransparencyLog

/// `basin-account` 干流统一核算: the centre's computation for all provinces of a mainstem and one year, 财资环〔2025〕50号.
/// It names everything it used, so that every province computes the same table from its own mirrors. The latest of a
/// basin and year counts.
public struct BasinAccountEntry: EntryBody {
    static let kind = "basin-account"
    public static let mostLogs = 200
    public static let mostCorrections = 200

    public let basin: String
    /// A calendar year.
    public let year: Period
    public let schemeDigest: ContentDigest
    /// The `common` logs with entries that concern the scheme's sections; sorted by log.
    public let cut: [CutLog]
    /// Corrections inside the cut that nobody but their author stands by; sorted.
    public let correctionsNotApplied: [EntryReference]
    /// What the scheme leaves open, as supplied.
    public let values: [StatedValue]
    /// Of the whole computation with its inputs and steps.
    public let accountDigest: ContentDigest
    /// What each province receives or pays, sorted by party; sums to zero.
    public let lines: [PartyAmount]

    public init(
        basin: String, year: Period, schemeDigest: ContentDigest, cut: [CutLog],
        correctionsNotApplied: [EntryReference], values: [StatedValue], accountDigest: ContentDigest,
        lines: [PartyAmount]
    ) {
        self.basin = basin
        self.year = year
        self.schemeDigest = schemeDigest
        self.cut = cut.sorted()
        self.correctionsNotApplied = correctionsNotApplied.sorted()
        self.values = values
        self.accountDigest = accountDigest
        self.lines = lines.sorted { $0.party < $1.party }
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        basin = try fields.string("basin", limit: LedgerLine.longestBasin)
        year = try fields.period("year", .year)
        schemeDigest = try fields.digest("scheme_digest")
        cut = try fields.array("cut", limit: Self.mostLogs) { value, path throws(EntryProblem) in
            try CutLog(json: value, path: path)
        }
        guard zip(cut, cut.dropFirst()).allSatisfy({ $0.log < $1.log }) else { throw fields.invalid("cut") }
        correctionsNotApplied = try fields.array("corrections_not_applied", limit: Self.mostCorrections) {
            value, path throws(EntryProblem) in
            try EntryReference(json: value, path: path)
        }
        guard zip(correctionsNotApplied, correctionsNotApplied.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw fields.invalid("corrections_not_applied")
        }
        values = try fields.array("values", limit: 200) { value, path throws(EntryProblem) in
            try StatedValue(json: value, path: path)
        }
        accountDigest = try fields.digest("account_digest")
        lines = try fields.array("lines", limit: 60) { value, path throws(EntryProblem) in
            try PartyAmount(json: value, path: path)
        }
        guard zip(lines, lines.dropFirst()).allSatisfy({ $0.party < $1.party }) else { throw fields.invalid("lines") }
    }

    var fields: [(String, JSONValue?)] {
        [
            ("basin", .string(basin)), ("year", .string(year.text)), ("scheme_digest", .string(schemeDigest.hex)),
            ("cut", .array(cut.map(\.json))), ("corrections_not_applied", .array(correctionsNotApplied.map(\.json))),
            ("values", .array(values.map(\.json))), ("account_digest", .string(accountDigest.hex)),
            ("lines", .array(lines.map(\.json))),
        ]
    }
}
