public import Compensation
public import Federation

/// What `ledger show` shows: every line of one basin and year, and what each party comes to.
public struct LedgerPage: Report {
    let basin: String
    let year: Period
    let items: [LedgerItem]
    let findings: [LedgerFinding]
    let roster: Roster

    public init(_ book: LedgerBook, basin: String, year: Period, findings: [LedgerFinding], roster: Roster) {
        self.basin = basin
        self.year = year
        self.items = book.items(basin, year)
        self.findings = findings
        self.roster = roster
    }

    var parties: [PartyCode] {
        var parties: [PartyCode] = []
        for party in items.map(\.party).sorted() where parties.last != party { parties.append(party) }
        return parties
    }

    func net(_ party: PartyCode) -> Fen? {
        Fen.sum(items.filter { $0.party == party && $0.counts }.map(\.amount))
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("basin", .string(basin)), ("year", .string(year.text)),
            (
                "lines",
                .array(
                    items.map { item in
                        .members([
                            ("sort", .string(item.sort.rawValue)), ("party", .string(item.party.text)),
                            ("amount_fen", .integer(item.amount.count)), ("subject", .string(item.subject)),
                            ("entry", .string(item.place.text)), ("standing", LedgerWording.json(item.standing)),
                        ])
                    })
            ),
            (
                "parties",
                .array(
                    parties.map { party in
                        .members([
                            ("party", .string(party.text)), ("net_fen", net(party).map { .integer($0.count) }),
                        ])
                    })
            ),
            ("findings", .array(findings.map(LedgerFindingWording.json))),
        ])
    }

    public var rowsMember: String? { "lines" }

    public func text(_ language: Language) -> String {
        let heading = Bilingual(
            zh: "\(LedgerWording.basin(basin, .zh)) \(year.text) 台账（万元，收入为正）",
            en: "Ledger of \(LedgerWording.basin(basin, .en)), \(year.text) (10 000 yuan, received positive)")
        let titles = [
            Bilingual(zh: "类别", en: "sort"), Bilingual(zh: "一方", en: "party"), Bilingual(zh: "金额", en: "amount"),
            Bilingual(zh: "事由", en: "subject"), Bilingual(zh: "条目", en: "entry"), Bilingual(zh: "备注", en: "remark"),
        ].map { $0(language) }
        let rows = items.map { item in
            [
                LedgerWording.name(item.sort)(language), TerminalText.visible(roster.name(of: item.party)(language)),
                LedgerWording.amount(item.amount), TerminalText.visible(item.subject), item.place.text,
                LedgerWording.standing(item.standing)(language),
            ]
        }
        let sums = LedgerItem.Sort.allCases.compactMap { sort -> String? in
            let counting = items.filter { $0.sort == sort && $0.counts }
            return counting.isEmpty ? nil : "\(LedgerWording.name(sort)(language)) \(LedgerWording.sum(counting))"
        }
        let nets = TextTable.rendered(
            [Bilingual(zh: "一方", en: "party")(language), Bilingual(zh: "净额", en: "net")(language)],
            rightAligned: [1],
            rows: parties.map {
                [TerminalText.visible(roster.name(of: $0)(language)), net($0).map(LedgerWording.amount) ?? "?"]
            })
        let wrong = findings.map { LedgerFindingWording.text($0)(language) + "\n" }.joined()
        return heading(language) + "\n" + TextTable.rendered(titles, rightAligned: [2], rows: rows) + "\n"
            + Bilingual(zh: "合计：", en: "Sums: ")(language) + sums.joined(separator: "  ") + "\n" + nets + "\n" + wrong
    }
}
