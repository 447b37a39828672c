public import Compensation
import Federation

/// The statement as a sheet to print.
public struct StatementContent: PageContent {
    private let statement: SettlementStatement

    public init(_ statement: SettlementStatement) { self.statement = statement }

    public var title: Bilingual {
        Bilingual(
            zh: "结算单 \(statement.number)", en: "Statement \(statement.number)")
    }

    public var path: [String] { ["statements"] + statement.summary.path.dropFirst() }

    public func markup(_ language: Language) -> Markup {
        let key = statement.summary.settlement.key
        let download = Download(
            path: ["download", "statement", key.agreement.text, key.periodText, statement.summary.digestMark],
            formats: ["xlsx", "json"])
        return .joined([
            .element(.p, .class("screen")) {
                Bilingual(
                    zh: "用浏览器的“打印”即得 A4 版式。", en: "Your browser prints this page as an A4 sheet. ")(language)
                Markup.link(
                    PageAddress(language, statement.summary.path),
                    Bilingual(zh: "查看计算步骤", en: "See every step")(language))
            },
            download.markup(language), StatementSheet(statement).markup(language),
        ])
    }
}
