public import Compensation
public import Federation

/// What `classify --json` shows: the classes of each row. As text it is the summary; the rows themselves are CSV.
public struct ClassificationReport: Report {
    public let summary: ClassificationSummary
    public let indicators: [Indicator]
    public let rows: [ClassifiedRow]

    public init(_ summary: ClassificationSummary, indicators: [Indicator], rows: [ClassifiedRow]) {
        self.summary = summary
        self.indicators = indicators
        self.rows = rows
    }

    public var json: JSONValue {
        let members: [(String, JSONValue?)] = [
            ("schema", 1), ("items", .array(indicators.map { .string($0.code) })),
            ("readings", .array(rows.map { $0.json(indicators) })),
        ]
        return .members(members + summary.members)
    }

    public var rowsMember: String? { "readings" }

    public func text(_ language: Language) -> String { summary.text(language) }
}
