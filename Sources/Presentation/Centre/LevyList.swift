public import Compensation
public import Federation

/// What `levies list` shows: rules, and for each pair the months that are owed and those that are charged.
public struct LevyList: Report {
    private let docket: Docket
    private let desk: LevyDesk

    public init(_ docket: Docket, now: Timestamp) {
        self.docket = docket
        desk = LevyDesk(docket, now: now)
    }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "rules",
                .array(
                    docket.centre.levies.map { rule in
                        .members([
                            ("entry", .string(rule.reference.text)), ("rule", Entry.levy(rule.body).fields),
                        ])
                    })
            ),
            (
                "owed",
                .array(
                    desk.owed.map { month in
                        .members([
                            ("section", .string(month.pair.section.text)), ("month", .string(month.month.text)),
                            ("charged", .bool(isCharged(month))),
                            ("shares", .array(month.rule.body.shares(of: month.pair).map(\.json))),
                        ])
                    })
            ),
            ("uncharged_fen", total(desk.uncharged).map { .integer($0.count) }),
        ])
    }

    public var rowsMember: String? { "owed" }

    private func isCharged(_ month: LevyMonth) -> Bool {
        docket.centre.charges.contains { $0.body.pair == month.pair && $0.body.month == month.month }
    }

    private func total(_ months: [LevyMonth]) -> Fen? {
        Fen.sum(months.flatMap { $0.rule.body.shares(of: $0.pair).map(\.amount) })
    }

    public func text(_ language: Language) -> String {
        guard !docket.centre.levies.isEmpty else {
            return Bilingual(zh: "没有征收规则。", en: "No levies.")(language) + "\n"
        }
        let rules = docket.centre.levies.map { rule in
            let pairs = rule.body.pairs.map {
                "\($0.section.text) \(name($0.upstream, language))–\(name($0.downstream, language))"
            }
            let basin = TerminalText.visible(rule.body.basin)
            return Bilingual(
                zh:
                    "\(rule.reference.text) \(basin) 每月 \(rule.body.monthly.formattedWanYuan) 万元，自 \(rule.body.from.text) 起"
                    + (rule.body.to.map { "至 \($0.text)" } ?? "至签署协议") + "，\(Self.bearer(rule.body.bearer).zh)：",
                en:
                    "\(rule.reference.text) \(basin) \(rule.body.monthly.formattedYuan) yuan a month from \(rule.body.from.text) "
                    + (rule.body.to.map { "to \($0.text)" } ?? "until signing")
                    + ", \(Self.bearer(rule.body.bearer).en): ")(
                    language) + pairs.map(TerminalText.visible).joined(separator: ", ")
        }
        let titles = [
            Bilingual(zh: "断面", en: "section"), Bilingual(zh: "月份", en: "month"), Bilingual(zh: "承担", en: "borne by"),
            Bilingual(zh: "状态", en: "state"),
        ].map { $0(language) }
        let rows = desk.owed.map { month in
            [
                TerminalText.visible(month.pair.section.text), month.month.text,
                month.rule.body.shares(of: month.pair).map {
                    "\(name($0.party, language)) \($0.amount.formattedWanYuan)"
                }.joined(separator: ", "),
                (isCharged(month)
                    ? Bilingual(zh: "已记录", en: "charged") : Bilingual(zh: "待记录", en: "to be charged"))(language),
            ]
        }
        let table = rows.isEmpty ? [] : [TextTable.rendered(titles, rightAligned: [], rows: rows)]
        let sum = Bilingual(
            zh:
                "应征 \(total(desk.owed)?.formattedWanYuan ?? "?") 万元，其中待记录 \(total(desk.uncharged)?.formattedWanYuan ?? "?") 万元",
            en:
                "Owed \(total(desk.owed)?.formattedYuan ?? "?") yuan, of which to be charged \(total(desk.uncharged)?.formattedYuan ?? "?") yuan"
        )
        return (rules + table + [sum(language)]).joined(separator: "\n") + "\n"
    }

    private func name(_ code: PartyCode, _ language: Language) -> String {
        TerminalText.visible(docket.roster.name(of: code)(language))
    }

    private static func bearer(_ bearer: LevyEntry.Bearer) -> Bilingual {
        switch bearer {
        case .upstream: Bilingual(zh: "由上游承担", en: "upstream pays")
        case .downstream: Bilingual(zh: "由下游承担", en: "downstream pays")
        case .each: Bilingual(zh: "双方各承担全额", en: "each of the two pays it")
        case .halves: Bilingual(zh: "双方各承担一半", en: "each of the two pays a half")
        }
    }
}
