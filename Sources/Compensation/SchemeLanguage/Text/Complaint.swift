/// What the lexer, parser or checker found wrong, before the article is looked up.
struct Complaint: Error, Hashable, Sendable {
    let code: String
    let position: SourcePosition
    let message: Bilingual

    init(_ code: String, _ position: SourcePosition, zh: String, en: String) {
        self.code = code
        self.position = position
        message = Bilingual(zh: zh, en: en)
    }
}
