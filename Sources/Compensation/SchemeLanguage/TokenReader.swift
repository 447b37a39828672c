/// Reads the tokens of one statement from left to right.
struct TokenReader {
    private let tokens: [Token]
    private var index = 0

    /// The tokens of a statement are never empty.
    init(_ tokens: [Token]) {
        self.tokens = tokens
    }

    var next: Token? {
        index < tokens.count ? tokens[index] : nil
    }

    /// The place of the next token; at the end of the statement, just behind the last one.
    var position: SourcePosition {
        next?.position ?? gap
    }

    /// Where something is missing: at the next token, or just behind the one before where the next stands on
    /// another line.
    private var gap: SourcePosition {
        let before = index > 0 && index <= tokens.count ? tokens[index - 1] : nil
        if let next, before.map({ $0.position.line == next.position.line }) ?? true { return next.position }
        guard let last = before else { return SourcePosition(line: 1, column: 1) }
        let length = max(1, last.written.unicodeScalars.count)
        return SourcePosition(line: last.position.line, column: last.position.column + length)
    }

    mutating func advance() {
        index += 1
    }

    /// Takes the word if it comes next.
    mutating func take(word: String) -> Bool {
        guard next?.isWord(word) == true else { return false }
        index += 1
        return true
    }

    mutating func take(symbol: String) -> Bool {
        guard next?.isSymbol(symbol) == true else { return false }
        index += 1
        return true
    }

    mutating func expect(word: String) throws(Complaint) {
        guard take(word: word) else { throw expected(zh: "“\(word)”", en: "\"\(word)\"") }
    }

    mutating func expect(symbol: String) throws(Complaint) {
        guard take(symbol: symbol) else { throw expected(zh: "“\(symbol)”", en: "\"\(symbol)\"") }
    }

    mutating func word(zh: String, en: String) throws(Complaint) -> SyntaxExpression.Reference {
        guard let token = next, case .word(let text) = token.kind else { throw expected(zh: zh, en: en) }
        index += 1
        return SyntaxExpression.Reference(name: text, position: token.position)
    }

    mutating func text(_ code: String, zh: String, en: String) throws(Complaint) -> String {
        guard let token = next, case .text(let text) = token.kind else {
            throw Complaint(code, gap, zh: "此处缺少\(zh)，须写在引号内。", en: "Here \(en) is missing, in quotation marks.")
        }
        index += 1
        return text
    }

    func expectEnd() throws(Complaint) {
        guard let token = next else { return }
        throw Complaint(
            "syntax", token.position,
            zh: "句子到此应当结束，却还有“\(token.written)”。请删去，或另起一句。",
            en: "The statement should end here, but \"\(token.written)\" follows."
                + " Remove it or begin a new statement.")
    }

    func expected(zh: String, en: String) -> Complaint {
        let found = next.map { Bilingual(zh: "而不是“\($0.written)”", en: ", not \"\($0.written)\"") }
        return Complaint(
            "syntax", gap, zh: "此处应写\(zh)" + (found?.zh ?? "，句子却已结束") + "。",
            en: "Write \(en) here" + (found?.en ?? ": the statement ends too early") + ".")
    }
}
