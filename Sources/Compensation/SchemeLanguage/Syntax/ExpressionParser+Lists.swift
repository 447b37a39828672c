/// Variables, lists and periods.
extension ExpressionParser {
    /// `断面 in 考核断面, 月 in months of period`.
    mutating func variables() throws(Complaint) -> [SyntaxVariable] {
        var variables = [try variable()]
        while reader.take(symbol: ",") { variables.append(try variable()) }
        return variables
    }

    mutating func variable() throws(Complaint) -> SyntaxVariable {
        let word = try reader.word(zh: "变量名", en: "the name of a variable")
        try Vocabulary.checkName(word)
        try reader.expect(word: "in")
        return SyntaxVariable(word: word, list: try list())
    }

    mutating func list() throws(Complaint) -> SyntaxList {
        let position = reader.position
        if case .number? = reader.next?.kind {
            let count = try count(of: Bilingual(zh: "期数，如 3 years before period", en: "a number of periods"))
            guard count <= Self.mostBefore else {
                throw Complaint(
                    "too-many-periods", position, zh: "至多往前 \(Self.mostBefore) 期。",
                    en: "At most \(Self.mostBefore) periods before.")
            }
            let kind = try periodsWord()
            try reader.expect(word: "before")
            return SyntaxList(form: .before(count, kind, try postfix()), position: position)
        }
        guard case .word(let word)? = reader.next?.kind, Vocabulary.belongsToLanguage(word) else {
            let name = try reader.word(zh: "一个列表，如 months of period", en: "a list such as months of period")
            return SyntaxList(form: .name(name.name), position: position)
        }
        let kind = try periodsWord()
        if reader.take(word: "of") { return SyntaxList(form: .periods(kind, of: try postfix()), position: position) }
        let first = try period(kind)
        try reader.expect(word: "to")
        let last = try period(kind)
        guard first <= last else {
            throw Complaint(
                "range-reversed", position, zh: "起始晚于终止。请对调。", en: "The range ends before it begins.")
        }
        return SyntaxList(form: .range(first, last), position: position)
    }

    /// After the word of a kind: `year 2018` or `year of T`.
    mutating func time(_ kind: PeriodKind) throws(Complaint) -> SyntaxExpression.Form {
        if reader.take(word: "of") { return .containing(kind, try postfix()) }
        return .time(try period(kind))
    }

    mutating func period(_ kind: PeriodKind) throws(Complaint) -> Period {
        let period = try reader.period()
        guard period.kind == kind else {
            throw Complaint(
                "bad-period", reader.position,
                zh: "\(period.text) 不是\(kind.name.zh)。写法如 \(kind.example)。",
                en: "\(period.text) is not a \(kind.name.en). Write it like \(kind.example).")
        }
        return period
    }

    private mutating func periodsWord() throws(Complaint) -> PeriodKind {
        let word = try reader.word(zh: "months、years 等", en: "months, years or the like")
        guard let kind = PeriodKind.allCases.first(where: { UTF8Order.areEqual($0.plural, word.name) }) else {
            throw Vocabulary.unknown(
                "unknown-list", word.name, word.position, among: PeriodKind.allCases.map(\.plural),
                Bilingual(zh: "列表", en: "list"))
        }
        return kind
    }

    /// Bounds the work of a computation.
    private static let mostBefore = 400
}
