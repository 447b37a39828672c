import Compensation
import Federation

/// A list of settlements on a page.
enum SettlementTable {
    /// - Parameter isWhole: whether it has every settlement, as the file does.
    static func download(isWhole: Bool) -> Download {
        Download(
            path: ["download", "settlements"], whole: isWhole ? nil : Bilingual(zh: "全部核算结果", en: "all settlements"))
    }

    static func markup(
        _ settlements: [SettlementSummary], _ caption: Bilingual, _ language: Language, download: Download
    ) -> Markup {
        DataTable(
            caption,
            [
                DataTable.text("核算期", "Period"), DataTable.text("协议", "Agreement"), DataTable.text("状态", "State"),
                DataTable.text("付款方 → 收款方", "Payer → payee"), DataTable.number("金额（元）", "Amount (yuan)"),
            ],
            rows: settlements.map { row($0, language) },
            empty: Bilingual(zh: "还没有核算结果。", en: "No settlements yet."), download: download
        ).markup(language)
    }

    private static func row(_ summary: SettlementSummary, _ language: Language) -> [Markup] {
        let settlement = summary.settlement
        let transfers = summary.transfers
        let nothing = summary.isComputed ? Bilingual(zh: "无需支付", en: "nothing to pay")(language) : "–"
        func lines(_ texts: [String]) -> Markup { .joined(texts.map { Markup($0) }, by: .element(.br)) }
        return [
            .link(PageAddress(language, summary.path), settlement.key.periodText),
            Markup(settlement.terms.scheme.title(language)), StateBadge.markup(summary.state, language),
            transfers.isEmpty
                ? Markup(nothing)
                : lines(
                    transfers.map {
                        "\(summary.partyName($0.payer, language)) → \(summary.partyName($0.payee, language))"
                    }),
            lines(transfers.map(\.amount.formattedYuan)),
        ]
    }
}
