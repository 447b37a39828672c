/// The grammar of expressions; `docs/schemes.md` shows it as a table.
struct ExpressionParser {
    var reader: TokenReader
    let units: Units
    private var nesting = 0

    init(_ reader: TokenReader, _ units: Units) {
        self.reader = reader
        self.units = units
    }

    /// An expression of any form, cases included.
    mutating func expression() throws(Complaint) -> SyntaxExpression {
        guard reader.next?.isWord("when") == true else { return try disjunction() }
        let position = reader.position
        var cases: [SyntaxExpression.Case] = []
        while reader.take(word: "when") {
            let condition = try disjunction()
            try reader.expect(symbol: ":")
            cases.append(SyntaxExpression.Case(condition: condition, value: try disjunction()))
        }
        guard reader.take(word: "otherwise") else {
            throw Complaint(
                "no-otherwise", reader.position, zh: "没有写其余情形。请在最后写 otherwise: …。",
                en: "The remaining cases are left open. End with otherwise: ….")
        }
        try reader.expect(symbol: ":")
        return try SyntaxExpression(.choice(cases, otherwise: try disjunction()), position)
    }

    /// An expression without cases of its own: what conditions are written as.
    mutating func disjunction() throws(Complaint) -> SyntaxExpression {
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
        let position = reader.position
        if reader.take(word: "in") { return try SyntaxExpression(.within(left, try list()), position) }
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
        var result = try postfix()
        for _ in 0..<count { result = try SyntaxExpression(.negative(result), position) }
        return result
    }

    /// A primary expression and what may follow it: `back 1 year`, `if-missing 0 元`.
    mutating func postfix() throws(Complaint) -> SyntaxExpression {
        var result = try primary()
        while true {
            let position = reader.position
            if reader.take(word: "back") {
                let count = try count(of: Bilingual(zh: "期数，如 1 year", en: "how far, as in 1 year"))
                let word = try reader.word(zh: "时间单位，如 year", en: "a unit of time such as year")
                let unit = try Vocabulary.timeUnit(word)
                result = try SyntaxExpression(.back(result, count, unit), position)
            } else if reader.take(word: "if-missing") {
                result = try SyntaxExpression(.ifMissing(result, try primary()), position)
            } else {
                return result
            }
        }
    }

    mutating func primary() throws(Complaint) -> SyntaxExpression {
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
        case .word(let word): return try phrase(SyntaxWord(name: word, position: token.position))
        }
    }

    private mutating func phrase(_ word: SyntaxWord) throws(Complaint) -> SyntaxExpression {
        let position = word.position
        if let waterClass = WaterClass(symbol: word.name) {
            reader.advance()
            return try SyntaxExpression(.waterClass(waterClass), position)
        }
        if let kind = PeriodKind(rawValue: word.name) {
            reader.advance()
            return try SyntaxExpression(try time(kind), position)
        }
        if Vocabulary.belongsToLanguage(word.name) {
            guard let form = try construct(word) else { throw expectedValue() }
            return try SyntaxExpression(form, position)
        }
        let reference = try reference()
        if reference.arguments.isEmpty, reader.take(word: "of") {
            return try SyntaxExpression(.itemOf(reference.word, try self.reference()), position)
        }
        return try SyntaxExpression(.reference(reference), position)
    }

    /// A name, with arguments where a bracket follows it directly.
    mutating func reference() throws(Complaint) -> SyntaxReference {
        let word = try reader.word(zh: "一个名称", en: "a name")
        var arguments: [SyntaxExpression] = []
        if reader.takeBracket(directlyBehind: word) {
            nesting += 1
            defer { nesting -= 1 }
            if nesting > SchemeLimits.depth { throw SyntaxExpression.tooDeep(reader.position) }
            repeat { arguments.append(try postfix()) } while reader.take(symbol: ",")
            try reader.expect(symbol: ")")
        }
        return SyntaxReference(name: word.name, position: word.position, arguments: arguments)
    }

    /// A whole number of one to three digits.
    mutating func count(of what: Bilingual) throws(Complaint) -> Int {
        guard case .number(let number)? = reader.next?.kind, (1...3).contains(number.text.utf8.count),
            let value = Int(number.text), value > 0
        else { throw reader.expected(zh: what.zh, en: what.en) }
        reader.advance()
        return value
    }

    /// A unit directly after a number. A word of the language there (`40 and`) is no unit.
    private mutating func unit() throws(Complaint) -> Unit {
        if reader.take(symbol: "%") { return .percent }
        guard let token = reader.next, case .word(let word) = token.kind else { return .none }
        if let unit = units.unit(word) {
            reader.advance()
            return unit
        }
        if Vocabulary.belongsToLanguage(word) { return .none }
        throw Vocabulary.unknownUnit(SyntaxWord(name: word, position: token.position), units)
    }

    private func expectedValue() -> Complaint {
        reader.expected(zh: "数字、类别、名称或算式", en: "a number, a class, a name or an expression")
    }
}
