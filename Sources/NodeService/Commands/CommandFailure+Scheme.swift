import Compensation

extension CommandFailure {
    /// Every problem of a scheme file, one per line, as `file:line:column`.
    static func scheme(_ file: String, _ problems: SchemeProblems) -> CommandFailure {
        func lines(_ language: Language) -> String {
            problems.all.map { problem in
                let article = problem.article.isEmpty ? "" : "〔\(problem.article)〕"
                return
                    "\(file):\(problem.line):\(problem.column): \(problem.code) \(article)\(problem.message(language))"
            }.joined(separator: "\n")
        }
        return CommandFailure(zh: lines(.zh), en: lines(.en))
    }
}
