public import Compensation
public import Federation

/// What `clearing list` shows: each agreement and year, and what is owed by its clearings.
public struct ClearingList: Report {
    let cases: [ClearingCase]
    let claims: [ClaimRow]

    public init(_ cases: [ClearingCase], _ desk: ClearingDesk) {
        self.cases = cases
        claims = cases.flatMap { clearing in
            clearing.claims.map { ClaimRow($0, clearing.terms, desk.docket, now: desk.now) }
        }
    }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "clearings",
                .array(
                    cases.map { clearing in
                        .members([
                            ("agreement", .string(clearing.terms.entry.agreement.text)),
                            ("year", .string(clearing.year.text)), ("state", .string(Self.state(clearing).code)),
                            ("clearings", .integer(Int64(clearing.records.count))),
                            (
                                "unsettled",
                                .array(clearing.missing.map { .string($0.text) })
                            ),
                        ])
                    })
            ), ("claims", .array(claims.map(\.json))),
        ])
    }

    public var rowsMember: String? { "clearings" }

    public func text(_ language: Language) -> String { text(language, wide: false) }

    public func wideText(_ language: Language) -> String { text(language, wide: true) }

    private func text(_ language: Language, wide: Bool) -> String {
        guard !cases.isEmpty else {
            return Bilingual(zh: "还没有可清算的年度。", en: "There is no year to clear yet.")(language) + "\n"
        }
        let titles = [
            Bilingual(zh: "协议", en: "agreement"), Bilingual(zh: "年度", en: "year"),
            Bilingual(zh: "状态", en: "state"), Bilingual(zh: "未结核算期", en: "not settled"),
        ].map { $0(language) }
        let rows = cases.map { clearing in
            [
                clearing.terms.entry.agreement.text, clearing.year.text, Self.state(clearing).words(language),
                wide
                    ? clearing.missing.map(\.text).joined(separator: ", ")
                    : Self.short(clearing.missing.map(\.text))(language),
            ]
        }
        let list = TextTable.rendered(titles, rightAligned: [], rows: rows) + "\n"
        return claims.isEmpty ? list : list + "\n" + ClaimRow.table(claims, language) + "\n"
    }

    private static func short(_ periods: [String]) -> Bilingual {
        let few = periods.prefix(3).joined(separator: ", ")
        guard periods.count > 3 else { return Bilingual(zh: few, en: few) }
        return Bilingual(zh: "\(few) 等 \(periods.count) 个", en: "\(few) and \(periods.count - 3) more")
    }

    static func state(_ clearing: ClearingCase) -> (code: String, words: Bilingual) {
        if !clearing.wrong.isEmpty {
            return ("differs", Bilingual(zh: "清算与记账结果不符", en: "a clearing is not what follows"))
        }
        if clearing.records.contains(where: { if case .waits = $0.standing { true } else { false } }) {
            return ("waits", Bilingual(zh: "清算待核对", en: "a clearing is not compared yet"))
        }
        if clearing.isOver, let obstacle = clearing.obstacle {
            return (obstacle.code, obstacle.text)
        }
        if clearing.isDue {
            return clearing.isComplete
                ? ("due", Bilingual(zh: "待清算", en: "to be cleared"))
                : ("incomplete", Bilingual(zh: "尚有未结核算期", en: "periods are missing"))
        }
        guard !clearing.records.isEmpty else {
            return clearing.isOver
                ? ("unsettled", Bilingual(zh: "尚无已核验的核算结果", en: "nothing verified yet"))
                : ("open", Bilingual(zh: "年度未结束", en: "not over"))
        }
        return clearing.claims.allSatisfy { !($0.unpaid > .zero) && !($0.outstanding > .zero) }
            ? ("paid", Bilingual(zh: "已结清", en: "paid"))
            : ("cleared", Bilingual(zh: "已清算", en: "cleared"))
    }
}
