import Compensation
import Federation

/// Shows a step of a computation, and says so where it rests on a number that nobody has verified.
enum StepWording {
    /// Name, article, rule, arithmetic, result, and what it rests on.
    static func lines(_ step: SettlementStep, _ language: Language) -> [String] {
        let name = language == .zh ? step.name : "\(step.label) (\(step.name))"
        let article = step.article.isEmpty ? "" : "  〔\(step.article)〕"
        let rule = step.rule.split(separator: "\n").map { "      \($0)" }
        let mark = step.restsOn.isEmpty ? [] : ["      " + restsOn(step.restsOn, language)]
        return
            (["  \(name)\(article)"] + rule + ["      \(step.arithmetic)", "      = \(step.display)"] + mark)
            .map(TerminalText.visible)
    }

    /// The mark of everything that rests on parameters and unverified numbers.
    static func restsOn(_ names: [String], _ language: Language) -> String {
        let zh = names.joined(separator: "、")
        let en = names.joined(separator: ", ")
        return TerminalText.visible(
            Bilingual(zh: "※ 依据未经核实的数：\(zh)", en: "※ rests on unverified: \(en)")(language))
    }

    static func json(_ step: SettlementStep) -> JSONValue {
        .members([
            ("name", .string(step.name)), ("label", .string(step.label)), ("article", .string(step.article)),
            ("line", .integer(Int64(step.line))), ("rule", .string(step.rule)),
            ("arithmetic", .string(step.arithmetic)), ("value", .string(step.value)),
            ("display", .string(step.display)), ("rests_on", .array(step.restsOn.map { .string($0) })),
        ])
    }
}
