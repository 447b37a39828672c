public import Compensation

/// The statement as one file that needs no other: to be kept, mailed, or made a PDF of.
public struct StatementDocument {
    private let statement: SettlementStatement

    public init(_ statement: SettlementStatement) { self.statement = statement }

    /// UTF-8.
    public func bytes(_ language: Language) -> [UInt8] {
        // The one place where a style sheet stands inside a page; nothing of it comes from outside.
        let style = Markup(html: "<style>\(Stylesheet.text)</style>")
        let document = Markup.element(.html, .lang(language)) {
            Markup.element(.head) {
                Markup.element(.meta, .named(.charset, "utf-8"))
                Markup.element(
                    .meta, .named(.name, "viewport"), .named(.content, "width=device-width, initial-scale=1"))
                Markup.element(.title) { SettlementStatement.title(language) + " " + statement.number }
                style
            }
            Markup.element(.body) {
                Markup.element(.main) {
                    Markup.element(.h1, .class("screen")) { SettlementStatement.title(language) }
                    StatementSheet(statement).markup(language)
                }
            }
        }
        return Array(("<!DOCTYPE html>\n" + document.html + "\n").utf8)
    }
}
