import Compensation
import Presentation

extension CommandFailure {
    /// Every problem of a scheme file, one per line, as `file:line:column`.
    static func scheme(_ file: String, _ problems: SchemeProblems) -> CommandFailure {
        func lines(_ language: Language) -> String {
            problems.all.map { SchemeProblemWording.text($0, file, language) }.joined(separator: "\n")
        }
        return CommandFailure(zh: lines(.zh), en: lines(.en))
    }
}
