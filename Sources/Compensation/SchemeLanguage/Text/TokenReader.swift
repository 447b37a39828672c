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

    /// Takes an opening bracket that follows the word without a space: what makes its arguments.
    mutating func takeBracket(directlyBehind word: SyntaxWord) -> Bool {
        let column = word.position.column + word.name.unicodeScalars.count
        guard next?.position == SourcePosition(line: word.position.line, column: column) else { return false }
        return take(symbol: "(")
    }

    mutating func expect(word: String) throws(Complaint) {
        guard take(word: word) else { throw expected(zh: "“\(word)”", en: "\"\(word)\"") }
    }

    mutating func expect(symbol: String) throws(Complaint) {
        guard take(symbol: symbol) else { throw expected(zh: "“\(symbol)”", en: "\"\(symbol)\"") }
    }

    mutating func word(zh: String, en: String) throws(Complaint) -> SyntaxWord {
        guard let token = next, case .word(let text) = token.kind else { throw expected(zh: zh, en: en) }
        index += 1
        return SyntaxWord(name: text, position: token.position)
    }

    mutating func text(_ code: String, zh: String, en: String) throws(Complaint) -> String {
        guard let token = next, case .text(let text) = token.kind else {
            throw Complaint(code, gap, zh: "此处缺少\(zh)，须写在引号内。", en: "Here \(en) is missing, in quotation marks.")
        }
        index += 1
        return text
    }

    mutating func period() throws(Complaint) -> Period {
        let position = position
        let written: String? =
            switch next?.kind {
            case .word(let text): text
            case .number(let number): number.text
            case .text, .symbol, nil: nil
            }
        guard let written else { throw expected(zh: "核算期，如 2021-04", en: "a period such as 2021-04") }
        advance()
        guard let period = Period(written) else {
            throw Complaint(
                "bad-period", position, zh: "“\(written)”不是核算期。月份写作 2021-04，年份写作 2021。",
                en: "\"\(written)\" is not a period. A month is written 2021-04, a year 2021.")
        }
        return period
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
