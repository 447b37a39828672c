/// The forms that begin with a word of the language.
extension ExpressionParser {
    /// Nil where the word, which is not taken then, begins no expression.
    mutating func construct(_ word: SyntaxWord) throws(Complaint) -> SyntaxExpression.Form? {
        let unread = reader
        reader.advance()
        switch word.name {
        case "yes": return .boolean(true)
        case "no": return .boolean(false)
        case "period": return .settledPeriod
        case "class": return try classOf()
        case "limit": return try limit()
        case "missing": return .missing(try reference())
        case "min": return .extreme(isLargest: false, try operands())
        case "max": return .extreme(isLargest: true, try operands())
        case "abs": return try absolute()
        case "round":
            let (value, step, rule) = try rounding()
            return .round(value, step: step, rule)
        case "square-root":
            try reader.expect(word: "of")
            let (value, step, rule) = try rounding()
            return .squareRoot(value, step: step, rule)
        case "apportion": return .apportion(try apportionment())
        default:
            guard let function = AggregateFunction(rawValue: word.name) else {
                reader = unread
                return nil
            }
            try reader.expect(word: "of")
            if let reading = ReadingsFunction(rawValue: word.name), reader.take(word: "readings") {
                return .statistic(try statistic(reading))
            }
            return .aggregate(try aggregate(function))
        }
    }

    private mutating func statistic(_ function: ReadingsFunction) throws(Complaint) -> SyntaxStatistic {
        try reader.expect(word: "at")
        let section = try reference()
        let time = reader.take(word: "in") ? try postfix() : nil
        try reader.expect(word: "where")
        try reader.expect(word: "status")
        try reader.expect(word: "is")
        var statuses: [ReadingStatus] = []
        repeat {
            let word = try reader.word(zh: "监测状态，如 normal", en: "a status such as normal")
            statuses.append(try Vocabulary.status(word.name, word.position))
        } while reader.take(word: "or")
        var belowLimit = BelowLimitRule.half
        if function != .count, reader.take(word: "below-limit") {
            try reader.expect(word: "as")
            let word = try reader.word(zh: "half、zero 或 limit", en: "half, zero or limit")
            guard let rule = BelowLimitRule(rawValue: word.name) else {
                throw Vocabulary.unknown(
                    "unknown-below-limit", word.name, word.position, among: BelowLimitRule.allCases.map(\.rawValue),
                    Bilingual(zh: "低于检出限的取值方式", en: "rule for values below the limit"))
            }
            belowLimit = rule
        }
        return SyntaxStatistic(
            function: function, section: section, time: time, statuses: statuses, belowLimit: belowLimit)
    }

    private mutating func aggregate(_ function: AggregateFunction) throws(Complaint) -> SyntaxAggregate {
        if function == .count {
            let variables = try variables()
            try reader.expect(word: "where")
            return SyntaxAggregate(
                function: function, body: nil, variables: variables, condition: try disjunction(), skipsMissing: false)
        }
        let body = try disjunction()
        try reader.expect(word: "for")
        let variables = try variables()
        let condition = reader.take(word: "where") ? try disjunction() : nil
        return SyntaxAggregate(
            function: function, body: body, variables: variables, condition: condition,
            skipsMissing: reader.take(word: "skip-missing"))
    }

    private mutating func apportionment() throws(Complaint) -> SyntaxApportionment {
        let body = try sum()
        try reader.expect(word: "for")
        let variable = try variable()
        try reader.expect(word: "at")
        let member = try reference()
        try reader.expect(word: "to")
        let step = try primary()
        try reader.expect(word: "remainder")
        try reader.expect(word: "to")
        let remainder = try reader.word(zh: "largest、first、last 或一个名称", en: "largest, first, last or a name")
        return SyntaxApportionment(body: body, variable: variable, member: member, step: step, remainder: remainder)
    }

    private mutating func classOf() throws(Complaint) -> SyntaxExpression.Form {
        try reader.expect(word: "of")
        let means = try reference()
        try reader.expect(word: "by")
        var items: [SyntaxWord] = []
        repeat {
            items.append(try reader.word(zh: "监测指标，如 CODMn", en: "an indicator such as CODMn"))
        } while reader.take(symbol: ",")
        return .classOf(means, items)
    }

    private mutating func limit() throws(Complaint) -> SyntaxExpression.Form {
        try reader.expect(word: "of")
        let item = try reader.word(zh: "监测指标，如 CODMn", en: "an indicator such as CODMn")
        try reader.expect(word: "for")
        let waterClass = try postfix()
        try reader.expect(word: "at")
        return .limit(item, of: waterClass, at: try reference())
    }

    private mutating func operands() throws(Complaint) -> [SyntaxExpression] {
        try reader.expect(symbol: "(")
        var items: [SyntaxExpression] = []
        repeat { items.append(try expression()) } while reader.take(symbol: ",")
        try reader.expect(symbol: ")")
        return items
    }

    private mutating func absolute() throws(Complaint) -> SyntaxExpression.Form {
        try reader.expect(symbol: "(")
        let value = try expression()
        try reader.expect(symbol: ")")
        return .absolute(value)
    }

    private mutating func rounding() throws(Complaint) -> (SyntaxExpression, step: SyntaxExpression, RoundingRule) {
        let value = try sum()
        try reader.expect(word: "to")
        let step = try primary()
        try reader.expect(word: "by")
        let word = try reader.word(zh: "修约方式，如 half-even", en: "a rounding rule such as half-even")
        return (value, step, try Vocabulary.roundingRule(word.name, word.position))
    }
}
