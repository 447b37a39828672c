public import Compensation
public import Federation

/// What `awards list` shows: the yearly tables that count, and what is wrong with them.
public struct AwardList: Report {
    private let docket: Docket
    private let tables: [EntryRecord<AwardEntry>]

    /// All tables that count, or those of one basin or year.
    public init(_ docket: Docket, basin: String?, year: Period?) {
        self.docket = docket
        tables = docket.centre.awards.filter { record in
            docket.centre.award(record.body.basin, record.body.year)?.reference == record.reference
                && basin.map { $0.utf8.elementsEqual(record.body.basin.utf8) } ?? true
                && year.map { $0 == record.body.year } ?? true
        }
    }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "awards",
                .array(
                    tables.map { record in
                        let table = AwardTable(record.body)
                        return .members([
                            ("entry", .string(record.reference.text)), ("table", Entry.award(record.body).fields),
                            ("sum_fen", table.sum.map { .integer($0.count) }),
                            ("awarded_fen", table.awarded.map { .integer($0.count) }),
                            (
                                "findings",
                                .array(table.findings(beside: docket.centre).map(LedgerFindingWording.json))
                            ),
                        ])
                    })
            ),
        ])
    }

    public var rowsMember: String? { "awards" }

    public func text(_ language: Language) -> String {
        guard !tables.isEmpty else {
            return Bilingual(zh: "没有年度奖励与扣减表。", en: "No tables of awards.")(language) + "\n"
        }
        return tables.map { page($0, language) }.joined(separator: "\n")
    }

    private func page(_ record: EntryRecord<AwardEntry>, _ language: Language) -> String {
        let award = record.body
        let basin = TerminalText.visible(award.basin)
        let heading = Bilingual(
            zh: "\(basin) \(award.year.text) 奖励与扣减（万元） \(record.reference.text)",
            en: "Awards and deductions of \(basin), \(award.year.text) (10 000 yuan) \(record.reference.text)")
        let titles = [
            Bilingual(zh: "一方", en: "party"), Bilingual(zh: "清算", en: "clearing"),
            Bilingual(zh: "另行奖励", en: "outside"), Bilingual(zh: "备注", en: "remark"),
        ].map { $0(language) }
        func row(_ line: AwardLine, outside: Bool) -> [String] {
            let amount = LedgerWording.amount(line.amount)
            return [
                TerminalText.visible(docket.roster.name(of: line.party)(language)), outside ? "" : amount,
                outside ? amount : "", TerminalText.visible(line.remark),
            ]
        }
        let rows = award.lines.map { row($0, outside: false) } + award.outside.map { row($0, outside: true) }
        let table = AwardTable(award)
        let sum = Bilingual(
            zh: "奖励 \(table.awarded?.formattedWanYuan ?? "?")，合计 \(table.sum?.formattedWanYuan ?? "?")",
            en: "Awarded \(table.awarded?.formattedWanYuan ?? "?"), sum \(table.sum?.formattedWanYuan ?? "?")")
        let wrong = table.findings(beside: docket.centre).map { LedgerFindingWording.text($0)(language) + "\n" }
        return heading(language) + "\n" + TextTable.rendered(titles, rightAligned: [1, 2], rows: rows) + "\n"
            + sum(language) + "\n" + wrong.joined()
    }
}
