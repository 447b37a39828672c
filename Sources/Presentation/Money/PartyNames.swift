public import Compensation
public import Federation

/// What parties are called: as members, otherwise as their scheme calls them.
public struct PartyNames: Sendable {
    private let roster: Roster
    private let scheme: [SchemeParty]

    public init(_ docket: Docket, _ terms: AgreementTerms) {
        roster = docket.roster
        scheme = terms.scheme.parties
    }

    public func name(_ code: PartyCode, _ language: Language) -> String {
        if let member = roster.member(code) { return TerminalText.visible(member.name(language)) }
        guard let party = scheme.first(where: { $0.code == code }) else { return code.text }
        return TerminalText.visible(language == .zh ? party.role : party.label)
    }

    /// `贵州省 → 云南省`.
    func pair(_ payer: PartyCode, _ payee: PartyCode, _ language: Language) -> String {
        "\(name(payer, language)) → \(name(payee, language))"
    }
}
