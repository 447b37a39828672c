public import Compensation
public import Federation

/// What `ledger list` shows: per basin and year what the centre's ledger sums to, and what in it does not follow.
public struct LedgerList: Report {
    private let book: LedgerBook
    private let findings: [LedgerFinding]

    public init(_ book: LedgerBook, findings: [LedgerFinding]) {
        self.book = book
        self.findings = findings
    }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "ledgers",
                .array(
                    book.accounts.map { account in
                        let items = counting(account)
                        return .members([
                            ("basin", .string(account.basin)), ("year", .string(account.year.text)),
                            ("lines", .integer(Int64(items.count))),
                            (
                                "sums_fen",
                                .members(
                                    LedgerItem.Sort.allCases.map { sort in
                                        (sort.rawValue, sum(items, sort).map { .integer($0.count) })
                                    })
                            ),
                        ])
                    })
            ),
            ("findings", .array(findings.map(LedgerFindingWording.json))),
        ])
    }

    public var rowsMember: String? { "ledgers" }

    public func text(_ language: Language) -> String { text(language, wide: false) }

    public func wideText(_ language: Language) -> String { text(language, wide: true) }

    private func text(_ language: Language, wide: Bool) -> String {
        guard !book.items.isEmpty else {
            return Bilingual(zh: "台账还没有记录。", en: "The ledger is empty.")(language) + "\n" + wrong(language)
        }
        // A kind that no ledger has is a column of dashes.
        let sorts = LedgerItem.Sort.allCases.filter { sort in
            wide || book.accounts.contains { counting($0).contains { $0.sort == sort } }
        }
        let titles =
            [Bilingual(zh: "流域", en: "basin"), Bilingual(zh: "年度", en: "year")].map { $0(language) }
            + sorts.map { LedgerWording.name($0)(language) }
            + (wide ? [Bilingual(zh: "行数", en: "lines")(language)] : [])
        let rows = book.accounts.map { account in
            let items = counting(account)
            return [LedgerWording.basin(account.basin, language), account.year.text]
                + sorts.map { sort in
                    items.contains { $0.sort == sort } ? sum(items, sort).map(LedgerWording.amount) ?? "?" : "-"
                }
                + (wide ? ["\(items.count)"] : [])
        }
        let unit = Bilingual(zh: "单位：万元", en: "in 10 000 yuan")(language)
        let table = TextTable.rendered(titles, rightAligned: Array(2..<titles.count), rows: rows)
        return table + "\n\(unit)\n" + wrong(language)
    }

    private func counting(_ account: (basin: String, year: Period)) -> [LedgerItem] {
        book.items(account.basin, account.year).filter { $0.counts }
    }

    private func sum(_ items: [LedgerItem], _ sort: LedgerItem.Sort) -> Fen? {
        Fen.sum(items.filter { $0.sort == sort }.map(\.amount))
    }

    private func wrong(_ language: Language) -> String {
        findings.map { LedgerFindingWording.text($0)(language) + "\n" }.joined()
    }
}
