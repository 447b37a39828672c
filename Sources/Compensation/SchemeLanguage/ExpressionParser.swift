/// The grammar of expressions; `docs/schemes.md` shows it as a table.
struct ExpressionParser {
    private(set) var reader: TokenReader
    private var nesting = 0

    init(_ reader: TokenReader) {
        self.reader = reader
    }

    mutating func expression() throws(Complaint) -> SyntaxExpression {
        nesting += 1
        defer { nesting -= 1 }
        if nesting > SchemeLimits.depth { throw SyntaxExpression.tooDeep(reader.position) }
        var left = try conjunction()
        while reader.next?.isWord("or") == true {
            left = try joined(left, .or, with: { parser throws(Complaint) in try parser.conjunction() })
        }
        return left
    }

    private mutating func conjunction() throws(Complaint) -> SyntaxExpression {
        var left = try negation()
        while reader.next?.isWord("and") == true {
            left = try joined(left, .and, with: { parser throws(Complaint) in try parser.negation() })
        }
        return left
    }

    private mutating func negation() throws(Complaint) -> SyntaxExpression {
        let position = reader.position
        var count = 0
        while reader.take(word: "not") { count += 1 }
        var result = try comparison()
        for _ in 0..<count { result = try SyntaxExpression(.not(result), position) }
        return result
    }

    private mutating func comparison() throws(Complaint) -> SyntaxExpression {
        let left = try sum()
        guard let sign = nextOperator(among: Operator.comparisons) else { return left }
        return try joined(left, sign, with: { parser throws(Complaint) in try parser.sum() })
    }

    /// Additions and subtractions: what amounts are written as.
    mutating func sum() throws(Complaint) -> SyntaxExpression {
        var left = try product()
        while let sign = nextOperator(among: Operator.sums) {
            left = try joined(left, sign, with: { parser throws(Complaint) in try parser.product() })
        }
        return left
    }

    private mutating func product() throws(Complaint) -> SyntaxExpression {
        var left = try factor()
        while let sign = nextOperator(among: Operator.products) {
            left = try joined(left, sign, with: { parser throws(Complaint) in try parser.factor() })
        }
        return left
    }

    private mutating func joined(
        _ left: SyntaxExpression, _ sign: Operator,
        with operand: (inout ExpressionParser) throws(Complaint) -> SyntaxExpression
    ) throws(Complaint) -> SyntaxExpression {
        let position = reader.position
        reader.advance()
        let right = try operand(&self)
        return try SyntaxExpression(.binary(sign, left, right), position)
    }

    private func nextOperator(among signs: [Operator]) -> Operator? {
        guard case .symbol(let text)? = reader.next?.kind, let sign = Operator(rawValue: text) else { return nil }
        return signs.contains(sign) ? sign : nil
    }

    private mutating func factor() throws(Complaint) -> SyntaxExpression {
        let position = reader.position
        var count = 0
        while reader.take(symbol: "-") { count += 1 }
        var result = try primary()
        for _ in 0..<count { result = try SyntaxExpression(.negative(result), position) }
        return result
    }

    private mutating func primary() throws(Complaint) -> SyntaxExpression {
        guard let token = reader.next else { throw expectedValue() }
        switch token.kind {
        case .number(let number):
            reader.advance()
            return try SyntaxExpression(.number(number, try unit()), token.position)
        case .symbol:
            guard reader.take(symbol: "(") else { throw expectedValue() }
            let inner = try expression()
            try reader.expect(symbol: ")")
            return inner
        case .text: throw expectedValue()
        case .word(let word): return try phrase(word, token.position)
        }
    }

    private mutating func phrase(_ word: String, _ position: SourcePosition) throws(Complaint) -> SyntaxExpression {
        let unread = reader
        reader.advance()
        if let waterClass = WaterClass(symbol: word) { return try SyntaxExpression(.waterClass(waterClass), position) }
        switch word {
        case "mean": return try SyntaxExpression(try mean(), position)
        case "class": return try SyntaxExpression(try classOf(), position)
        case "missing": return try SyntaxExpression(.missing(try reference()), position)
        case "round": return try SyntaxExpression(try rounding(), position)
        default: break
        }
        if reader.take(word: "of") {
            let indicator = try Vocabulary.indicator(word, position)
            return try SyntaxExpression(.indicatorOf(indicator, try reference()), position)
        }
        guard !Vocabulary.belongsToLanguage(word) else {
            reader = unread
            throw expectedValue()
        }
        return try SyntaxExpression(.name(word), position)
    }

    private mutating func mean() throws(Complaint) -> SyntaxExpression.Form {
        try reader.expect(word: "of")
        try reader.expect(word: "readings")
        try reader.expect(word: "at")
        let section = try reference()
        try reader.expect(word: "where")
        try reader.expect(word: "status")
        try reader.expect(word: "is")
        var statuses: [ReadingStatus] = []
        repeat {
            let word = try reader.word(zh: "监测状态，如 normal", en: "a status such as normal")
            statuses.append(try Vocabulary.status(word.name, word.position))
        } while reader.take(word: "or")
        return .mean(section: section, statuses: statuses)
    }

    private mutating func classOf() throws(Complaint) -> SyntaxExpression.Form {
        try reader.expect(word: "of")
        let means = try reference()
        try reader.expect(word: "by")
        var indicators: [Indicator] = []
        repeat {
            let word = try reader.word(zh: "监测指标，如 CODMn", en: "an indicator such as CODMn")
            indicators.append(try Vocabulary.indicator(word.name, word.position))
        } while reader.take(symbol: ",")
        return .classOf(means, indicators)
    }

    private mutating func rounding() throws(Complaint) -> SyntaxExpression.Form {
        let value = try sum()
        try reader.expect(word: "to")
        let step = try primary()
        try reader.expect(word: "by")
        let word = try reader.word(zh: "修约方式，如 half-even", en: "a rounding rule such as half-even")
        return .round(value, step: step, try Vocabulary.roundingRule(word.name, word.position))
    }

    private mutating func reference() throws(Complaint) -> SyntaxExpression.Reference {
        try reader.word(zh: "一个名称", en: "a name")
    }

    /// A unit directly after a number. A word of the language there (`40 and`) is no unit.
    private mutating func unit() throws(Complaint) -> Unit {
        if reader.take(symbol: "%") { return .percent }
        guard let token = reader.next, case .word(let word) = token.kind else { return .none }
        if let unit = Unit(written: word) {
            reader.advance()
            return unit
        }
        if Vocabulary.belongsToLanguage(word) { return .none }
        throw Vocabulary.unknown(
            "unknown-unit", word, token.position, among: Unit.known.map(\.symbol),
            Bilingual(zh: "单位", en: "unit"))
    }

    private func expectedValue() -> Complaint {
        reader.expected(zh: "数字、类别、名称或算式", en: "a number, a class, a name or an expression")
    }
}
