public import Compensation
import Federation

/// What waits for whom: the own party's settlements first, then those that wait for others, then what else needs a look.
public struct InboxContent: PageContent {
    private let report: StatusReport
    private let frame: DeskFrame

    public init(_ report: StatusReport, _ frame: DeskFrame) {
        self.report = report
        self.frame = frame
    }

    public let title = Bilingual(zh: "待办", en: "What waits for whom")
    public let path = ["inbox"]

    public func markup(_ language: Language) -> Markup {
        let waiting = report.settlements.flatMap { summary in summary.duties.map { (summary, $0) } }
        let mine = waiting.filter { $0.1.party == report.member.code }
        let others = waiting.filter { $0.1.party != report.member.code }
        return .joined([
            table(Bilingual(zh: "等待本方", en: "Waits for this party"), mine, language),
            table(Bilingual(zh: "等待他方", en: "Waits for others"), others, language),
            .element(.h2) { Bilingual(zh: "需要处理", en: "To look at")(language) },
            conditions(language),
        ])
    }

    private func table(
        _ caption: Bilingual, _ duties: [(SettlementSummary, SettlementDuty)], _ language: Language
    ) -> Markup {
        DataTable(
            caption,
            [
                DataTable.text("核算", "Settlement"), DataTable.text("状态", "State"),
                DataTable.text("由谁办理什么", "Who has to do what"), DataTable.text("金额", "Amount"),
            ],
            rows: duties.map { summary, duty in
                let key = summary.settlement.key
                return [
                    .link(PageAddress(language, summary.path), "\(key.agreement.text) \(key.periodText)"),
                    StateBadge.markup(summary.state, language),
                    Markup(
                        DutyWording.text(
                            duty, name: summary.partyName(duty.party, language), now: summary.now, language)),
                    .joined(
                        summary.transfers.map { Markup(summary.describe($0, language)) }, by: .element(.br)),
                ]
            }, empty: Bilingual(zh: "没有。", en: "Nothing."), budget: 20_000
        ).markup(language)
    }

    private func conditions(_ language: Language) -> Markup {
        guard !report.conditions.isEmpty else {
            return .element(.p) { Bilingual(zh: "没有。", en: "Nothing.")(language) }
        }
        let items = report.conditions.map { condition in
            Markup.element(.li) {
                Markup.element(.strong) { "\(condition.code.rawValue) \(condition.subject)" }
                " \(condition.code.text(language)) "
                condition.explanation?(language) ?? condition.detail
                Markup.element(.p, .class("quiet")) { condition.code.advice(language) }
                if condition.code == .correctionWaits, frame.may(.endorse) {
                    DeskForm(act: .endorse, frame: frame, language: language).markup(
                        Bilingual(zh: "核对并确认 \(condition.subject)", en: "Check and endorse \(condition.subject)"),
                        hidden: [("place", condition.subject)])
                }
            }
        }
        let shown = PageBudget.fitting(items, bytes: 30_000)
        return .joined([.element(.ul) { shown }, PageBudget.remark(shown: shown.count, of: items.count, language)])
    }
}
