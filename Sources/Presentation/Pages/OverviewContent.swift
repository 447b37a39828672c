public import Compensation
public import Federation

/// The first page: whose node this is, how the rivers are, and where the settlements stand.
public struct OverviewContent: PageContent {
    private let member: Member
    private let sections: [SectionStanding]
    private let settlements: [SettlementSummary]

    public init(of member: Member, sections: [SectionStanding], settlements: [SettlementSummary]) {
        self.member = member
        self.sections = sections
        self.settlements = settlements
    }

    public var title: Bilingual {
        Bilingual(
            zh: "\(member.name.zh) · 流域横向生态保护补偿",
            en: "\(member.name.en) · ecological compensation between provinces")
    }

    public let path: [String] = []

    /// The newest settlement of each agreement, and those that wait for somebody.
    private var current: [SettlementSummary] {
        settlements.enumerated().filter { position, summary in
            !summary.duties.isEmpty
                || !settlements[(position + 1)...].contains {
                    $0.settlement.key.agreement == summary.settlement.key.agreement
                }
        }.map(\.element)
    }

    public func markup(_ language: Language) -> Markup {
        .joined([
            .element(.p) {
                Bilingual(
                    zh: "上下游各省按同一份协议文本、同一批签名数据各自核算，金额一致到分，由中央节点复算核验后记账。本页公开考核数据与核算结果，接受社会监督。",
                    en:
                        "The provinces up- and downstream compute by themselves from the same agreement and the same signed data and reach the same amount, to the fen; the centre recomputes and records it. These pages show the data and the results to the public."
                )(language)
            },
            figures(language),
            .element(.h2) { Bilingual(zh: "最近的核算结果", en: "Newest settlements")(language) },
            SettlementTable.markup(
                current, Bilingual(zh: "各协议最近一期，以及尚待办理的各期", en: "The newest of each agreement, and all that wait"),
                language,
                download: SettlementTable.download(isWhole: current.count == settlements.count)),
            .element(.h2) { Bilingual(zh: "断面水质", en: "Water quality")(language) },
            SectionStanding.table(sections, language, download: Download(path: ["download", "sections"])),
        ])
    }

    private func figures(_ language: Language) -> Markup {
        let recorded = settlements.filter { $0.verified != nil }
        let sum = Fen.sum(recorded.flatMap(\.transfers).map(\.amount))
        let rows: [(Bilingual, String)] = [
            (Bilingual(zh: "考核断面", en: "sections"), GroupedNumber.text(sections.count)),
            (Bilingual(zh: "已核验的核算期", en: "periods verified"), GroupedNumber.text(recorded.count)),
            (
                Bilingual(zh: "已核验补偿金额合计", en: "verified compensation in all"),
                sum.map { MoneyWording.amount($0, language) } ?? "–"
            ),
        ]
        return .element(.dl, .class("figures")) {
            rows.map { name, value in
                Markup.element(.div) {
                    Markup.element(.dt) { name(language) }
                    Markup.element(.dd) { value }
                }
            }
        }
    }
}
