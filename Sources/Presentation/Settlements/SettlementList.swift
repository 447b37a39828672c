public import Compensation
public import Federation

/// What `settlements` shows.
public struct SettlementList: Report {
    public let settlements: [SettlementSummary]

    public init(_ settlements: [SettlementSummary]) { self.settlements = settlements }

    public var json: JSONValue { .members([("schema", 1), ("settlements", .array(settlements.map(\.json)))]) }

    public func text(_ language: Language) -> String {
        settlements.isEmpty
            ? Bilingual(
                zh: "还没有核算结果：需要已生效的协议和监测数据。", en: "No settlements yet: they need an agreement in force and readings.")(
                    language) + "\n"
            : SettlementSummary.table(settlements, language) + "\n"
    }
}
