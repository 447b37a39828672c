import Compensation
import Federation

/// The sheet itself, on the page and in the file to print.
struct StatementSheet {
    let statement: SettlementStatement

    init(_ statement: SettlementStatement) { self.statement = statement }

    func markup(_ language: Language) -> Markup {
        .element(.article, .class("sheet")) {
            Markup.element(.p, .class("sheet-title")) { SettlementStatement.title(language) }
            if !statement.isVerified {
                Markup.element(.p, .class("warning")) { statement.standing(language) }
            }
            statement.parts(language).map { part($0, language) }
            seals(language)
            Markup.element(.p, .class("quiet")) {
                Bilingual(
                    zh: "金额由协议文本与签名日志算得。在任一当事方或中央节点的公开页面输入核验码，可与本单核对。",
                    en:
                        "The amounts follow from the agreement's text and signed logs. The verification code, typed into the public page of any party or of the centre, shows what this sheet must say."
                )(language)
            }
        }
    }

    private func part(_ part: StatementPart, _ language: Language) -> Markup {
        .joined([
            .element(.h2) { part.title(language) },
            part.columns.isEmpty ? facts(part) : table(part, language),
        ])
    }

    private func facts(_ part: StatementPart) -> Markup {
        .element(.dl) {
            part.rows.map { row in
                Markup.joined([
                    .element(.dt) { row.first ?? "" }, .element(.dd) { row.dropFirst().joined(separator: " ") },
                ])
            }
        }
    }

    private func table(_ part: StatementPart, _ language: Language) -> Markup {
        let columns = part.columns.enumerated().map { place, title in
            DataTable.Column(title: title, isNumber: part.numbers.contains(place))
        }
        return DataTable(part.title, columns, rows: part.rows.map { $0.map { Markup($0) } }).markup(language)
    }

    /// Room for the seals of those who pay and receive, or of all parties.
    private func seals(_ language: Language) -> Markup {
        let parties = statement.summary.settlement.terms.entry.parties
        return .element(.div, .class("seals")) {
            parties.map { party in
                Markup.element(.div) {
                    statement.summary.partyName(party, language)
                    Bilingual(zh: "（盖章）", en: " (seal)")(language)
                    Markup.element(.br)
                    Bilingual(zh: "日期：", en: "Date:")(language)
                }
            }
        }
    }
}
