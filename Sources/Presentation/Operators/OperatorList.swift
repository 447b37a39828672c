public import Compensation
public import Federation

/// What `operators list` shows.
public struct OperatorList: Report {
    private let rows: [OperatorRow]

    public init(_ rows: [OperatorRow]) { self.rows = rows }

    public var json: JSONValue { .members([("schema", 1), ("operators", .array(rows.map(\.json)))]) }

    public var rowsMember: String? { "operators" }

    public func text(_ language: Language) -> String {
        guard !rows.isEmpty else { return Bilingual(zh: "没有办理人员。\n", en: "There are no operators.\n")(language) }
        let titles = [
            Bilingual(zh: "人员", en: "operator"), Bilingual(zh: "角色", en: "role"),
            Bilingual(zh: "凭证", en: "known by"), Bilingual(zh: "登记", en: "added"),
            Bilingual(zh: "停用", en: "disabled"),
        ].map { $0(language) }
        return TextTable.rendered(titles, rightAligned: [], rows: rows.map { $0.cells(language) }) + "\n"
    }
}
