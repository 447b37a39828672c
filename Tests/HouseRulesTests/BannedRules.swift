/// What may not be written anywhere in the sources.
enum BannedRules {
    /// Findings for calls that end the process and for notes of unfinished work.
    static func findings(in file: SourceFile) -> [Finding] {
        calls.flatMap { pattern, reason in
            file.occurrences(of: pattern).map { index in
                file.finding(at: index, rule: "`\(pattern.joined())`", reason: reason)
            }
        } + notes(in: file)
    }

    /// Comments count here, so the lines are read as they are written.
    private static func notes(in file: SourceFile) -> [Finding] {
        let words = ["TODO", "FIXME", "XXX"]
        return Token.all(in: file.lines.joined(separator: "\n"))
            .filter { words.contains($0.text) }
            .map { token in
                Finding(
                    path: file.path, line: token.line, rule: "`\(token.text)`",
                    reason: "work is finished or left out; open questions go to the issue list")
            }
    }

    private static let calls: [(pattern: [String], reason: String)] = [
        (["try", "!"], "ends the process on an error that should be told"),
        (["as", "!"], "ends the process on a type that should be checked"),
        (["fatalError", "("], "a node must not go down over what somebody sent it"),
    ]
}
