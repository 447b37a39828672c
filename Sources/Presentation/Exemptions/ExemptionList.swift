public import Compensation
public import Federation

/// What `exemptions` shows: every request and what the offices say to it.
public struct ExemptionList: Report {
    private let exemptions: [Exemption]
    private let roster: Roster

    public init(_ exemptions: [Exemption], roster: Roster) {
        self.exemptions = exemptions
        self.roster = roster
    }

    public var json: JSONValue {
        .members([("schema", 1), ("exemptions", .array(exemptions.map(ExemptionWording.json)))])
    }

    public var rowsMember: String? { "exemptions" }

    public func text(_ language: Language) -> String {
        guard !exemptions.isEmpty else {
            return Bilingual(zh: "没有免除申请。", en: "No exemptions were requested.")(language) + "\n"
        }
        return exemptions.map { ExemptionWording.text($0, name, language) }.joined(separator: "\n") + "\n"
    }

    private func name(_ party: PartyCode, _ language: Language) -> String {
        roster.member(party).map { TerminalText.visible($0.name(language)) } ?? party.text
    }
}
