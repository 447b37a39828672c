/// The values of parameters and facts, by rule and arguments.
struct SuppliedValues: Sendable {
    private var values: [Key: Value] = [:]  // lookup only: a supplied value by rule and arguments

    private struct Key: Hashable, Sendable {
        let rule: Int
        let arguments: [Value]
    }

    func value(_ rule: Int, _ arguments: [Value]) -> Value? {
        values.isEmpty ? nil : values[Key(rule: rule, arguments: arguments)]
    }

    init() {}

    /// Of several mistakes that of the first in the order of their texts is told, in whatever order they come.
    init(_ supplied: [SuppliedValue], _ program: Program) throws(SettlementObstacle) {
        for item in supplied.sorted(by: Self.comesFirst) { try add(item, program) }
    }

    private static func comesFirst(_ one: SuppliedValue, _ other: SuppliedValue) -> Bool {
        if UTF8Order.areEqual(one.text, other.text) { return UTF8Order.isAscending(one.value, other.value) }
        return UTF8Order.isAscending(one.text, other.text)
    }

    private mutating func add(_ item: SuppliedValue, _ program: Program) throws(SettlementObstacle) {
        let rule = program.rules.indices.first { place in
            guard case .supplied = program.rules[place].content else { return false }
            return UTF8Order.areEqual(program.rules[place].name, item.name)
        }
        guard let rule, let arguments = Self.arguments(item, program.rules[rule], program.members) else {
            throw SettlementObstacle(
                "unknown-supplied", zh: "方案中没有可以给定的“\(item.text)”。请核对名称和参数。",
                en: "The scheme has nothing to supply called \"\(item.text)\". Check the name and its arguments.")
        }
        guard let value = Self.value(item.value, program.rules[rule].type, program.units) else {
            throw SettlementObstacle(
                "bad-supplied", zh: "“\(item.text)”的值“\(item.value)”不合要求。写法如 1.5 万元/t、Ⅲ、yes。",
                en: "The value \"\(item.value)\" of \"\(item.text)\" is not what it should be."
                    + " Write it like 1.5 万元/t, Ⅲ or yes.")
        }
        guard values.updateValue(value, forKey: Key(rule: rule, arguments: arguments)) == nil else {
            throw SettlementObstacle(
                "repeated-supplied", zh: "“\(item.text)”给定了两次。请只保留一个。",
                en: "\"\(item.text)\" is supplied twice. Keep one.")
        }
    }

    private static func arguments(_ item: SuppliedValue, _ rule: Rule, _ members: Membership) -> [Value]? {
        guard item.arguments.count == rule.variables.count else { return nil }
        var result: [Value] = []
        for (text, variable) in zip(item.arguments, rule.variables) {
            if let kind = variable.domain.periodKind {
                guard let period = Period(text), period.kind == kind else { return nil }
                result.append(.time(period))
            } else {
                guard case .members(let list) = variable.domain, let member = members.member(text),
                    list.contains(member)
                else { return nil }
                result.append(.member(member))
            }
        }
        return result
    }

    /// A number with its unit, with or without a space between, a plain number, a class, yes or no.
    private static func value(_ text: String, _ type: ValueType, _ units: Units) -> Value? {
        switch type {
        case .waterClass: return WaterClass(symbol: text).map(Value.waterClass)
        case .boolean:
            if UTF8Order.areEqual(text, "yes") { return .boolean(true) }
            return UTF8Order.areEqual(text, "no") ? .boolean(false) : nil
        case .quantity(let dimension):
            let digits = text.unicodeScalars.prefix { $0 == "-" || $0 == "." || ("0"..."9").contains($0) }
            let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(digits.count)))
            let isSpaced = rest.hasPrefix(" ") && rest.utf8.count > 1
            let symbol = isSpaced ? String(rest.dropFirst()) : rest
            guard let number = ExactDecimal(String(String.UnicodeScalarView(digits))),
                let unit = symbol.isEmpty ? Unit.none : units.unit(symbol), unit.dimension == dimension
            else { return nil }
            return .quantity(number.rational * unit.scale)
        case .means, .member, .time, .unknown: return nil
        }
    }
}
