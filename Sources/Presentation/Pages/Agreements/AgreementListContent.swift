public import Compensation
public import Federation

/// Every version of every agreement, and who has signed.
public struct AgreementListContent: PageContent {
    private let agreements: [AgreementTerms]
    private let roster: Roster
    private let now: Timestamp

    public init(_ agreements: [AgreementTerms], roster: Roster, now: Timestamp) {
        self.agreements = agreements
        self.roster = roster
        self.now = now
    }

    public let title = Bilingual(zh: "协议", en: "Agreements")
    public let path = ["agreements"]

    public func markup(_ language: Language) -> Markup {
        DataTable(
            Bilingual(zh: "协议及其各版文本", en: "Agreements and the versions of their text"),
            [
                DataTable.text("名称", "Title"), DataTable.text("状态", "State"), DataTable.text("当事方", "Parties"),
                DataTable.text("已签署", "Signed by"), DataTable.text("有效期", "Valid"),
            ],
            rows: agreements.map { terms in
                [
                    .link(
                        PageAddress(language, ["agreements", terms.entry.agreement.text]), terms.scheme.title(language)),
                    Markup(terms.state(at: now).name(language)), names(terms.entry.parties, language),
                    names(terms.signedBy, language),
                    Markup("\(terms.entry.validFrom.text) – \(terms.entry.validTo.text)"),
                ]
            }, empty: Bilingual(zh: "还没有公开的协议。", en: "No agreements to show yet."),
            download: Download(path: ["download", "agreements"])
        ).markup(language)
    }

    private func names(_ parties: [PartyCode], _ language: Language) -> Markup {
        let names = parties.map { roster.member($0)?.name(language) ?? $0.text }
        return Markup(names.isEmpty ? "–" : names.joined(separator: Bilingual(zh: "、", en: ", ")(language)))
    }
}
