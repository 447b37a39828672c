/// A Swift source as the rules see it.
struct SourceFile {
    /// Path from the package root, with `/`.
    let path: String
    /// Lines as they are written, without line ends.
    let lines: [String]
    /// Words and signs of the code.
    let tokens: [Token]

    init(path: String, text: String) {
        self.path = path
        // Cut on bytes: as characters, CR and LF are one and would not end a line.
        self.lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        self.tokens = Token.all(in: CommentStripper.code(of: text))
    }

    /// The target a file below `Sources` belongs to; empty for any other file.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : ""
    }

    /// Indices of the tokens where the pattern begins.
    func occurrences(of pattern: [String]) -> [Int] {
        tokens.indices.filter { matches(pattern, at: $0) }
    }

    /// Whether the tokens from an index on are those of the pattern.
    func matches(_ pattern: [String], at index: Int) -> Bool {
        index >= 0 && index + pattern.count <= tokens.count
            && pattern.indices.allSatisfy { tokens[index + $0].text == pattern[$0] }
    }

    /// A finding at the line of a token.
    func finding(at index: Int, rule: String, reason: String) -> Finding {
        Finding(path: path, line: tokens[index].line, rule: rule, reason: reason)
    }
}
