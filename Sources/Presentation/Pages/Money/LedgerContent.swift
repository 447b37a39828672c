public import Compensation
import Federation

/// The ledger of one basin and year: what each party comes to, every line, and what in it does not follow.
public struct LedgerContent: PageContent {
    private let ledger: LedgerPage

    public init(_ ledger: LedgerPage) { self.ledger = ledger }

    public var title: Bilingual {
        Bilingual(
            zh: "\(LedgerWording.basin(ledger.basin, .zh)) \(ledger.year.text) 台账",
            en: "Ledger of \(LedgerWording.basin(ledger.basin, .en)), \(ledger.year.text)")
    }

    public var path: [String] { Self.path(ledger.basin, ledger.year) }

    /// `-` stands for no basin, as on the command line.
    static func path(_ basin: String, _ year: Period) -> [String] {
        ["ledger", basin.isEmpty ? "-" : basin, year.text]
    }

    /// Of every basin and year.
    static let download = Download(
        path: ["download", "ledger"], whole: Bilingual(zh: "全部台账条目", en: "all lines of all ledgers"))

    private func name(_ party: PartyCode, _ language: Language) -> String { ledger.roster.name(of: party)(language) }

    public func markup(_ language: Language) -> Markup {
        let findings = ledger.findings.map { LedgerFindingWording.text($0)(language) }
        return .joined([
            findings.isEmpty
                ? .element(.p) {
                    Bilingual(zh: "本节点复核：无不符。", en: "Checked by this node: nothing to object to.")(language)
                }
                : .element(.div, .class("warning")) {
                    PageBudget.list(findings, bytes: 6_000, language)
                },
            DataTable(
                Bilingual(zh: "各方净额（万元，收入为正）", en: "Net of each party (10 000 yuan, received positive)"),
                [DataTable.text("一方", "Party"), DataTable.number("净额", "Net")],
                rows: ledger.parties.map { party in
                    [Markup(name(party, language)), Markup(ledger.net(party).map(LedgerWording.amount) ?? "?")]
                },
                download: Download(
                    path: ["download", "ledger-net"],
                    whole: Bilingual(zh: "全部流域、全部年度的净额", en: "the net of all basins and years"))
            ).markup(language),
            DataTable(
                Bilingual(zh: "逐条台账（万元）", en: "Every line (10 000 yuan)"),
                [
                    DataTable.text("类别", "Sort"), DataTable.text("一方", "Party"), DataTable.number("金额", "Amount"),
                    DataTable.text("事由", "Subject"), DataTable.text("备注", "Remark"),
                    DataTable.text("日志条目", "Log entry"),
                ],
                rows: ledger.items.map { item in
                    [
                        Markup(LedgerWording.name(item.sort)(language)), Markup(name(item.party, language)),
                        Markup(LedgerWording.amount(item.amount)), Markup(item.subject),
                        Markup(LedgerWording.standing(item.standing)(language)),
                        .element(.span, .class("digest")) { item.place.text },
                    ]
                }, download: Self.download
            ).markup(language),
        ])
    }
}
