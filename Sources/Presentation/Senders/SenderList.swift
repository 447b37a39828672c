public import Compensation
public import Federation

/// What `senders list` shows.
public struct SenderList: Report {
    private let rows: [SenderRow]

    public init(_ rows: [SenderRow]) { self.rows = rows }

    public var json: JSONValue { .members([("schema", 1), ("senders", .array(rows.map(\.json)))]) }

    public var rowsMember: String? { "senders" }

    public func text(_ language: Language) -> String {
        guard !rows.isEmpty else { return Bilingual(zh: "没有报送方。\n", en: "There are no senders.\n")(language) }
        let titles = [
            Bilingual(zh: "报送方", en: "sender"), Bilingual(zh: "来源", en: "source"),
            Bilingual(zh: "通道", en: "channel"), Bilingual(zh: "断面", en: "sections"),
            Bilingual(zh: "凭证", en: "known by"), Bilingual(zh: "登记", en: "added"),
        ].map { $0(language) }
        return TextTable.rendered(titles, rightAligned: [], rows: rows.map { $0.cells(language) }) + "\n"
    }
}
