public import Compensation
public import Federation

/// How the classes computed for a file compare with those that it publishes.
public struct ClassificationSummary: Report {
    public let file: String
    public let rows: Int
    /// Rows for which a class could be determined.
    public let classed: Int
    /// Rows whose published class is the computed one, and rows where it is another.
    public let agreeing: Int
    public let differing: Int
    /// Rows whose status is not normal; they are classed all the same.
    public let notNormal: Int

    public init(file: String, rows: Int, classed: Int, agreeing: Int, differing: Int, notNormal: Int) {
        self.file = file
        self.rows = rows
        self.classed = classed
        self.agreeing = agreeing
        self.differing = differing
        self.notNormal = notNormal
    }

    var members: [(String, JSONValue?)] {
        [
            ("file", .string(file)), ("rows", .integer(Int64(rows))), ("classed", .integer(Int64(classed))),
            ("agreeing", .integer(Int64(agreeing))), ("differing", .integer(Int64(differing))),
            ("not_normal", .integer(Int64(notNormal))),
        ]
    }

    public var json: JSONValue { .members([("schema", 1)] + members) }

    public func text(_ language: Language) -> String {
        let file = TerminalText.visible(file)
        return Bilingual(
            zh:
                "\(file)：\(rows) 行，已评价 \(classed) 行；与公布类别一致 \(agreeing) 行，不一致 \(differing) 行；状态非正常 \(notNormal) 行（照常评价并标明）",
            en:
                "\(file): \(rows) rows, \(classed) classed; \(agreeing) agree with the published class, \(differing) differ; \(notNormal) not of normal status (classed and marked)"
        )(language) + "\n"
    }
}
