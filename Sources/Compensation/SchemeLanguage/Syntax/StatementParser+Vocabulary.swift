/// The statements that introduce lists, indicators, parameters and facts.
extension StatementParser {
    mutating func list() throws(Complaint) -> SyntaxStatement.Form {
        let declaration = try declaration()
        try reader.expect(symbol: "=")
        var words: [SyntaxWord] = []
        repeat { words.append(try reader.word(zh: "成员名称", en: "the name of a member")) } while reader.take(symbol: ",")
        return .list(declaration, words)
    }

    mutating func indicator() throws(Complaint) -> SyntaxStatement.Form {
        let declaration = try declaration()
        try reader.expect(symbol: "=")
        let code = try reader.word(zh: "数据文件中的代码", en: "the code in data files")
        try Self.checkCode(code)
        let unit = reader.take(word: "number") ? Unit.none : try unit()
        let position = reader.position
        guard case .number(let digits)? = reader.next?.kind, let decimals = Int(digits.text),
            (0...18).contains(decimals)
        else {
            throw Complaint(
                "bad-decimals", position, zh: "此处应写显示的小数位数，0 至 18。",
                en: "Write here how many decimals are shown, 0 to 18.")
        }
        reader.advance()
        return .indicator(
            declaration,
            SyntaxStatement.OwnIndicator(code: code, unit: unit, decimals: decimals, limits: try limits()))
    }

    private mutating func limits() throws(Complaint) -> (isUpper: Bool, values: [ExactDecimal])? {
        let position = reader.position
        let isUpper = reader.take(word: "at-most")
        guard isUpper || reader.take(word: "at-least") else { return nil }
        var values: [ExactDecimal] = []
        repeat {
            guard case .number(let number)? = reader.next?.kind else {
                throw reader.expected(zh: "限值", en: "a limit")
            }
            reader.advance()
            values.append(number)
        } while reader.take(symbol: ",")
        let isOrdered = zip(values, values.dropFirst()).allSatisfy { isUpper ? $0 <= $1 : $0 >= $1 }
        guard values.count == 5, isOrdered else {
            throw Complaint(
                "bad-limits", position, zh: "须写Ⅰ至Ⅴ类五个限值，at-most 由小到大，at-least 由大到小。",
                en: "Write five limits for Ⅰ to Ⅴ, rising for at-most, falling for at-least.")
        }
        return (isUpper, values)
    }

    mutating func parameter() throws(Complaint) -> SyntaxStatement.Form {
        let declaration = try indexedDeclaration()
        try reader.expect(symbol: ":")
        return .parameter(declaration, try quality())
    }

    mutating func fact() throws(Complaint) -> SyntaxStatement.Form {
        let declaration = try indexedDeclaration()
        try reader.expect(symbol: ":")
        let quality = try quality()
        let otherwise =
            reader.take(word: "otherwise") ? try parsed { parser throws(Complaint) in try parser.expression() } : nil
        return .fact(declaration, quality, otherwise: otherwise)
    }

    private mutating func quality() throws(Complaint) -> SyntaxStatement.Quality {
        if reader.take(word: "number") { return .number(.none) }
        if reader.take(word: "class") { return .waterClass }
        if reader.take(word: "condition") { return .condition }
        return .number(try unit())
    }

    private mutating func unit() throws(Complaint) -> Unit {
        if reader.take(symbol: "%") { return .percent }
        let word = try reader.word(zh: "单位、number、class 或 condition", en: "a unit, number, class or condition")
        guard let unit = units.unit(word.name) else { throw Vocabulary.unknownUnit(word, units) }
        return unit
    }

    private static func checkCode(_ code: SyntaxWord) throws(Complaint) {
        let isPlain = code.name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
        guard isPlain, code.name.utf8.count <= 32, Indicator(code: code.name) == nil else {
            throw Complaint(
                "bad-indicator-code", code.position,
                zh: "“\(code.name)”不能作指标代码：只用小写字母、数字和连字符，至多 32 个字符，且不与国标指标重复。",
                en: "\"\(code.name)\" cannot be the code of an indicator: small letters, digits and hyphens, at most"
                    + " 32, and not the code of a standard indicator.")
        }
    }
}
