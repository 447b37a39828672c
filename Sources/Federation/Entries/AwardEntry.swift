public import Compensation

/// `award` 奖励与扣减: the centre's yearly table of a basin. Awards are financed by deductions, so `lines` sum to zero;
/// awards paid from other funds are kept apart in `outside`. The latest table of a basin and year counts.
///
/// After 财资环〔2023〕35号 and its table. A table that breaks these rules is understood and shown with what is wrong
/// (`AwardTable`): a false table must not hide as an entry that nobody understands.
public struct AwardEntry: EntryBody {
    static let kind = "award"
    /// Rows of either list.
    public static let mostLines = 60

    /// Such as 长江流域; at most 64 bytes.
    public let basin: String
    /// A calendar year.
    public let year: Period
    /// Sorted by party.
    public let lines: [AwardLine]
    /// Sorted by party; outside the zero sum.
    public let outside: [AwardLine]

    public init(basin: String, year: Period, lines: [AwardLine], outside: [AwardLine]) {
        self.basin = basin
        self.year = year
        self.lines = Self.sorted(lines)
        self.outside = Self.sorted(outside)
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        basin = try fields.string("basin", limit: LedgerLine.longestBasin)
        year = try fields.period("year", .year)
        lines = try fields.array("lines", limit: Self.mostLines) { value, path throws(EntryProblem) in
            try AwardLine(json: value, path: path)
        }
        outside = try fields.array("outside", limit: Self.mostLines) { value, path throws(EntryProblem) in
            try AwardLine(json: value, path: path)
        }
    }

    var fields: [(String, JSONValue?)] {
        [
            ("basin", .string(basin)), ("year", .string(year.text)), ("lines", .array(lines.map(\.json))),
            ("outside", .array(outside.map(\.json))),
        ]
    }

    private static func sorted(_ lines: [AwardLine]) -> [AwardLine] {
        lines.enumerated().sorted {
            $0.element.party == $1.element.party ? $0.offset < $1.offset : $0.element.party < $1.element.party
        }.map(\.element)
    }
}
