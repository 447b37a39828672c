/// How a source file looks.
enum ShapeRules {
    /// Findings for length, white space and number of types.
    static func findings(in file: SourceFile) -> [Finding] {
        length(of: file) + whitespace(in: file) + types(in: file)
    }

    private static func length(of file: SourceFile) -> [Finding] {
        // The line end of the last line opens no new one.
        let count = file.lines.last == "" ? file.lines.count - 1 : file.lines.count
        guard count > 400 else { return [] }
        return [
            Finding(
                path: file.path, line: count, rule: "\(count) lines, at most 400",
                reason: "a file is read in one sitting; divide it by concept")
        ]
    }

    private static func whitespace(in file: SourceFile) -> [Finding] {
        file.lines.enumerated().flatMap { index, line in
            var rules: [String] = []
            if line.contains("\t") {
                rules.append("tab")
            }
            if line.last?.isWhitespace == true {
                rules.append("white space at the end of a line")
            }
            return rules.map { rule in
                Finding(
                    path: file.path, line: index + 1, rule: rule,
                    reason: "a change should show only what changed")
            }
        }
    }

    private static func types(in file: SourceFile) -> [Finding] {
        declarations(in: file).dropFirst().map { index in
            file.finding(
                at: index, rule: "second type `\(file.tokens[index].text)` in one file",
                reason: "a type is found by the name of its file; only private helpers may join it")
        }
    }

    /// Indices of the names of types declared at top level that other files can see.
    private static func declarations(in file: SourceFile) -> [Int] {
        let keywords = ["struct", "class", "enum", "protocol", "actor"]
        var depth = 0
        var names: [Int] = []
        for (index, token) in file.tokens.enumerated() {
            switch token.text {
            case "{": depth += 1
            case "}": depth -= 1
            case _ where depth == 0 && keywords.contains(token.text):
                let name = index + 1
                guard name < file.tokens.count, file.tokens[name].isTypeName,
                    !isImport(index, in: file), !isPrivate(index, in: file)
                else { continue }
                names.append(name)
            default: continue
            }
        }
        return names
    }

    private static func isImport(_ keyword: Int, in file: SourceFile) -> Bool {
        file.matches(["import"], at: keyword - 1)
    }

    private static func isPrivate(_ keyword: Int, in file: SourceFile) -> Bool {
        let modifiers = ["final", "indirect", "nonisolated", "distributed", "open"]
        var index = keyword - 1
        while index >= 0, modifiers.contains(file.tokens[index].text) {
            index -= 1
        }
        return file.matches(["private"], at: index) || file.matches(["fileprivate"], at: index)
    }
}
