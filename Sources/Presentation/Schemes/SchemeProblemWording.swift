public import Compensation
import Federation

/// Says in words why a text is refused as a scheme.
public enum SchemeProblemWording {
    /// One line, as `file:line:column: code 〔article〕message`.
    public static func text(_ problem: SchemeProblem, _ file: String, _ language: Language) -> String {
        let article = problem.article.isEmpty ? "" : "〔\(problem.article)〕"
        return TerminalText.visible(
            "\(file):\(problem.line):\(problem.column): \(problem.code) \(article)\(problem.message(language))")
    }

    static func json(_ problem: SchemeProblem) -> JSONValue {
        .members([
            ("code", .string(problem.code)), ("line", .integer(Int64(problem.line))),
            ("column", .integer(Int64(problem.column))), ("article", .string(problem.article)),
            ("message_zh", .string(problem.message.zh)), ("message_en", .string(problem.message.en)),
        ])
    }
}
