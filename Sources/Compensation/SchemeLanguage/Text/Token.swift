/// A piece of a statement.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case word(String)
        case number(ExactDecimal)
        case text(String)
        case symbol(String)
    }

    let kind: Kind
    let position: SourcePosition

    /// As the author wrote it, for messages.
    var written: String {
        switch kind {
        case .word(let text), .symbol(let text): text
        case .number(let number): number.text
        case .text(let text): "\"\(text)\""
        }
    }

    func isWord(_ word: String) -> Bool {
        if case .word(let text) = kind { return UTF8Order.areEqual(text, word) }
        return false
    }

    func isSymbol(_ symbol: String) -> Bool {
        if case .symbol(let text) = kind { return UTF8Order.areEqual(text, symbol) }
        return false
    }
}
