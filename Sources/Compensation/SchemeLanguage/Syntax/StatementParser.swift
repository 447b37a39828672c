/// The grammar of statements. A statement begins at the start of a line; indented lines continue it.
struct StatementParser {
    var reader: TokenReader
    let units: Units

    /// Words that begin a statement.
    static let keywords = [
        "scheme", "title", "period", "valid", "party", "section", "item", "list", "unit", "indicator", "table", "param",
        "fact", "let", "require", "pay",
    ]

    static func form(of tokens: [Token], _ units: Units) throws(Complaint) -> SyntaxStatement.Form {
        if tokens.first?.isWord("table") == true { return try TableParser.form(of: tokens, units) }
        var parser = StatementParser(reader: TokenReader(tokens), units: units)
        let form = try parser.statement()
        try parser.reader.expectEnd()
        return form
    }

    private mutating func statement() throws(Complaint) -> SyntaxStatement.Form {
        let keyword = try reader.word(zh: "一个句首词", en: "a statement")
        switch keyword.name {
        case "scheme": return try scheme()
        case "title": return try title()
        case "party": return try party()
        case "section": return try section()
        case "period":
            let word = try reader.word(zh: "核算期，如 month", en: "a period such as month")
            return .period(try Vocabulary.periodKind(word.name, word.position))
        case "valid": return try validity()
        case "item": return .item(try declaration())
        case "list": return try list()
        case "unit": return .unit(try declaration())
        case "indicator": return try indicator()
        case "param": return try parameter()
        case "fact": return try fact()
        case "let": return try definition()
        case "require": return try requirement()
        case "pay": return try payment()
        default:
            throw Vocabulary.unknown(
                "unknown-statement", keyword.name, keyword.position, among: Self.keywords,
                Bilingual(zh: "句首词", en: "statement"))
        }
    }

    private mutating func scheme() throws(Complaint) -> SyntaxStatement.Form {
        let word = try reader.word(zh: "方案标识", en: "the identifier of the scheme")
        let isPlain = word.name.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard isPlain, word.name.utf8.count <= 64 else {
            throw Complaint(
                "bad-identifier", word.position,
                zh: "方案标识只用小写字母、数字和连字符，至多 64 个字符，如 youshui-2019。",
                en: "An identifier has small letters, digits and hyphens only, at most 64, such as youshui-2019.")
        }
        return .scheme(word.name)
    }

    private mutating func title() throws(Complaint) -> SyntaxStatement.Form {
        let zh = try reader.text("missing-label", zh: "中文名称", en: "the Chinese title")
        let en = try reader.text("missing-label", zh: "英文名称", en: "the English title")
        return .title(Bilingual(zh: zh, en: en))
    }

    private mutating func party() throws(Complaint) -> SyntaxStatement.Form {
        let declaration = try declaration()
        try reader.expect(symbol: "=")
        let position = reader.position
        guard case .number(let number)? = reader.next?.kind, let code = PartyCode(number.text) else {
            throw Complaint(
                "bad-party-code", position, zh: "此处应写六位行政区划代码（GB/T 2260），如重庆市 500000。",
                en: "Write the six digits of the party's GB/T 2260 code here, such as 500000 for Chongqing.")
        }
        reader.advance()
        return .party(declaration, code)
    }

    private mutating func section() throws(Complaint) -> SyntaxStatement.Form {
        let declaration = try declaration()
        try reader.expect(symbol: "=")
        let position = reader.position
        let written: String? =
            switch reader.next?.kind {
            case .word(let text), .text(let text): text
            case .number(let number): number.text
            case .symbol, nil: nil
            }
        guard let written, let id = SectionID(written) else {
            throw Complaint(
                "bad-section-id", position, zh: "此处应写断面标识：1 至 64 字节，不含空格，如 430000-liye。",
                en: "Write the section's identifier here: 1 to 64 bytes without spaces, such as 430000-liye.")
        }
        reader.advance()
        let word = try reader.word(zh: "水体类型 river 或 lake", en: "the body type, river or lake,")
        return .section(declaration, id, try Vocabulary.bodyType(word.name, word.position))
    }

    private mutating func validity() throws(Complaint) -> SyntaxStatement.Form {
        try reader.expect(word: "from")
        let position = reader.position
        let from = try reader.period()
        try reader.expect(word: "to")
        let to = try reader.period()
        guard from <= to else {
            throw Complaint(
                "validity-reversed", position, zh: "有效期的起始晚于终止。请对调。",
                en: "The validity ends before it begins. Exchange the two periods.")
        }
        return .valid(SchemeValidity(from: from, to: to, leastYears: try leastYears()))
    }

    private mutating func leastYears() throws(Complaint) -> Int? {
        guard reader.take(word: "at-least") else { return nil }
        guard case .number(let number)? = reader.next?.kind, number.text.utf8.count <= 2,
            let years = Int(number.text), years > 0
        else { throw reader.expected(zh: "年数，1 至 99", en: "a number of years, 1 to 99,") }
        reader.advance()
        try reader.expect(word: "years")
        return years
    }

    private mutating func definition() throws(Complaint) -> SyntaxStatement.Form {
        let declaration = try indexedDeclaration()
        try reader.expect(symbol: "=")
        let value = try parsed { parser throws(Complaint) in try parser.expression() }
        return .define(declaration, value, isUnverified: reader.take(word: "unverified"))
    }

    private mutating func requirement() throws(Complaint) -> SyntaxStatement.Form {
        let condition = try parsed { parser throws(Complaint) in try parser.disjunction() }
        let zh = try reader.text("missing-label", zh: "中文说明", en: "what is required, in Chinese,")
        let en = try reader.text("missing-label", zh: "英文说明", en: "what is required, in English,")
        return .require(condition, Bilingual(zh: zh, en: en))
    }

    private mutating func payment() throws(Complaint) -> SyntaxStatement.Form {
        let declaration = try indexedDeclaration()
        var cases: [SyntaxStatement.Case] = []
        repeat {
            let position = reader.position
            let condition: SyntaxStatement.Case.Condition
            if reader.take(word: "otherwise") {
                condition = .otherwise
            } else if reader.take(word: "when") {
                condition = .when(try parsed { parser throws(Complaint) in try parser.disjunction() })
            } else {
                throw reader.expected(zh: "“when”或“otherwise”", en: "\"when\" or \"otherwise\"")
            }
            try reader.expect(symbol: ":")
            cases.append(SyntaxStatement.Case(condition: condition, outcome: try outcome(), position: position))
        } while reader.next != nil
        return .pay(declaration, cases)
    }

    private mutating func outcome() throws(Complaint) -> SyntaxStatement.Case.Outcome {
        if reader.take(word: "nothing") { return .nothing }
        if reader.take(word: "balance") {
            return .balance(try reader.word(zh: "各方净额的名称", en: "the name of the net amounts"))
        }
        let payer = try parsed { parser throws(Complaint) in try parser.reference() }
        try reader.expect(word: "pays")
        let payee = try parsed { parser throws(Complaint) in try parser.reference() }
        let amount = try parsed { parser throws(Complaint) in try parser.sum() }
        return .payment(payer: payer, payee: payee, amount: amount)
    }

    /// Lets the grammar of expressions read on from here.
    mutating func parsed<Part>(
        _ part: (inout ExpressionParser) throws(Complaint) -> Part
    ) throws(Complaint) -> Part {
        var parser = ExpressionParser(reader, units)
        let result = try part(&parser)
        reader = parser.reader
        return result
    }

    mutating func declaration() throws(Complaint) -> SyntaxStatement.Declaration {
        let word = try reader.word(zh: "名称", en: "a name")
        try Vocabulary.checkName(word)
        let label = try reader.text("missing-label", zh: "英文名称", en: "the English name")
        return SyntaxStatement.Declaration(name: word.name, label: label, position: word.position)
    }

    /// A name that may stand `for` members of lists.
    mutating func indexedDeclaration() throws(Complaint) -> SyntaxStatement.Declaration {
        var declaration = try declaration()
        if reader.take(word: "for") {
            declaration.variables = try parsed { parser throws(Complaint) in try parser.variables() }
        }
        return declaration
    }
}
