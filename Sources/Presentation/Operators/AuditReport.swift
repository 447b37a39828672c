public import Compensation
public import Federation

/// The newest lines of the audit trail, the newest last.
public struct AuditReport: Report {
    let rows: [AuditRow]

    public init(_ rows: [AuditRow]) { self.rows = rows }

    public var json: JSONValue { .members([("schema", 1), ("records", .array(rows.map(\.json)))]) }

    public var rowsMember: String? { "records" }

    public func text(_ language: Language) -> String {
        guard !rows.isEmpty else { return Bilingual(zh: "没有操作记录。\n", en: "Nothing was done yet.\n")(language) }
        return TextTable.rendered(
            AuditRow.titles.map { $0(language) }, rightAligned: [0], rows: rows.map { $0.cells(language) }) + "\n"
    }
}
