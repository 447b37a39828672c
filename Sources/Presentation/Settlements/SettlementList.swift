public import Compensation
public import Federation

/// What `settlements` shows.
public struct SettlementList: Report {
    public let settlements: [SettlementSummary]

    public init(_ settlements: [SettlementSummary]) { self.settlements = settlements }

    public var json: JSONValue { .members([("schema", 1), ("settlements", .array(settlements.map(\.json)))]) }

    public var rowsMember: String? { "settlements" }

    public func text(_ language: Language) -> String { text(language, digestDigits: 12) }

    /// With whole digests, and what each party and the centre have said.
    public func wideText(_ language: Language) -> String {
        let said = settlements.flatMap { summary in
            [TerminalText.visible(summary.settlement.key.text)] + summary.statements(language)
        }
        return text(language, digestDigits: 64) + said.map { $0 + "\n" }.joined()
    }

    private func text(_ language: Language, digestDigits: Int) -> String {
        settlements.isEmpty
            ? Bilingual(
                zh: "还没有核算结果：需要已生效的协议和监测数据。", en: "No settlements yet: they need an agreement in force and readings.")(
                    language) + "\n"
            : SettlementSummary.table(settlements, language, digestDigits: digestDigits) + "\n"
    }
}
