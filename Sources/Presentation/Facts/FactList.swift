public import Compensation
public import Federation

/// What `facts list` shows: what the parties have stated for a period, and what the scheme still asks for.
public struct FactList: Report {
    private let settlement: SettlementCase
    private let facts: [Fact]
    private let roster: Roster

    public init(_ settlement: SettlementCase, facts: [Fact], roster: Roster) {
        self.settlement = settlement
        self.facts = facts
        self.roster = roster
    }

    /// Facts without a value, by name of the step; where the period cannot be computed, what the scheme could be given.
    private var wanted: [String] {
        if let own = try? settlement.own.get() { return own.missingFacts }
        let outline = settlement.terms.scheme.outline
        let fixed = settlement.terms.entry.parameters.filter(\.name.arguments.isEmpty).map(\.name.name)
        return (outline.parameters + outline.facts.filter { !$0.hasStandard })
            .filter { wanted in !fixed.contains { $0.sameBytes(as: wanted.name) } }.map(\.text)
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("agreement", .string(settlement.key.agreement.text)),
            ("period", .string(settlement.key.period.text)), ("facts", .array(facts.map(FactWording.json))),
            ("wanted", .array(wanted.map { .string($0) })),
        ])
    }

    public var rowsMember: String? { "facts" }

    public func text(_ language: Language) -> String {
        var lines = [settlement.key.agreement.text + " " + settlement.key.period.text]
        lines += facts.map { "  " + FactWording.text($0, name, language) }
        if facts.isEmpty { lines.append("  " + Bilingual(zh: "尚无填报。", en: "Nothing stated yet.")(language)) }
        if !wanted.isEmpty {
            lines.append(Bilingual(zh: "待填报：", en: "Wanted: ")(language) + wanted.joined(separator: ", "))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func name(_ party: PartyCode, _ language: Language) -> String {
        roster.member(party).map { TerminalText.visible($0.name(language)) } ?? party.text
    }
}
