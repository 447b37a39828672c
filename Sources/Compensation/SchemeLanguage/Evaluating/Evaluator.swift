/// Computes the rules of a scheme for one period.
///
/// Always ends: rules are a list, expressions are trees of limited depth, numbers have a limited size.
struct Evaluator {
    /// Ordered by section and time, without duplicates.
    private let readings: [Reading]
    private var uses: [ReadingUse]
    /// The results of the rules so far; payments hold `missing`.
    private(set) var values: [Value] = []

    init(readings: [Reading]) {
        self.readings = readings
        uses = Array(repeating: ReadingUse(), count: readings.count)
    }

    mutating func append(_ value: Value) {
        values.append(value)
    }

    /// The readings with what became of them so far.
    var inputs: [SettlementInput] {
        zip(readings, uses).map { reading, use in
            SettlementInput(reading: reading, used: use.contributed, note: use.note)
        }
    }

    mutating func run(
        _ rules: [Rule]
    ) throws(SettlementObstacle) -> (steps: [SettlementStep], transfers: [Transfer]) {
        var steps: [SettlementStep] = []
        var transfers: [Transfer] = []
        for rule in rules {
            switch rule.content {
            case .definition(let formula, let type, let requested):
                let value =
                    if case .mean(let section, let statuses) = formula {
                        Value.means(means(of: requested, at: section, statuses))
                    } else {
                        try value(of: formula)
                    }
                steps.append(StepWriter(values: values).step(rule, formula, type, value))
                values.append(value)
            case .payment(let cases):
                let (chosen, amount) = try choose(cases)
                steps.append(StepWriter(values: values).step(rule, cases, chosen: chosen, amount: amount))
                if case .payment(let payment) = cases[chosen].outcome, amount > .zero {
                    transfers.append(
                        Transfer(
                            payer: payment.payer, payee: payment.payee, amount: amount, article: rule.article,
                            name: rule.name))
                }
                values.append(.missing)
            }
        }
        return (steps, transfers)
    }

    /// The first case whose condition holds, and what it pays.
    private func choose(_ cases: [Rule.Case]) throws(SettlementObstacle) -> (index: Int, amount: Fen) {
        for (index, entry) in cases.enumerated() {
            if let condition = entry.condition {
                guard case .boolean(true) = try value(of: condition) else { continue }
            }
            guard case .payment(let payment) = entry.outcome else { return (index, .zero) }
            return (index, try amount(of: payment.amount))
        }
        throw Self.withoutData
    }

    private mutating func means(
        of requested: [Indicator], at section: SectionID, _ statuses: [ReadingStatus]
    ) -> [IndicatorMean] {
        var columns = [[MeasuredValue]](repeating: [], count: requested.count)
        for (index, reading) in readings.enumerated() where reading.section == section {
            guard statuses.contains(reading.status) else {
                uses[index].wasExcluded = true
                continue
            }
            for (column, indicator) in requested.enumerated() {
                if let value = reading.value(of: indicator) {
                    columns[column].append(value)
                    uses[index].contributed = true
                } else {
                    uses[index].lacked = true
                }
            }
        }
        return zip(requested, columns).map { IndicatorMean($0, $1) }
    }

    /// What an amount comes to in fen; never negative.
    func amount(of formula: Formula) throws(SettlementObstacle) -> Fen {
        guard case .quantity(let yuan) = try value(of: formula) else { throw Self.withoutData }
        guard !yuan.isNegative else {
            throw SettlementObstacle(
                "negative-amount",
                zh: "支付金额为负（\(yuan.text) 元）。请在方案中分情形写明由谁支付。",
                en: "The amount to pay is negative (\(yuan.text) yuan)."
                    + " Say in the scheme, case by case, who pays.")
        }
        guard let fen = Fen(yuan: yuan) else {
            throw SettlementObstacle(
                "not-whole-fen",
                zh: "支付金额 \(yuan.text) 元不是整数分，或超出范围。请在方案中写明修约，如 round … to 0.01 元 by half-even。",
                en: "The amount, \(yuan.text) yuan, is no whole number of fen or too large."
                    + " Say in the scheme how to round, as in round … to 0.01 元 by half-even.")
        }
        return fen
    }

    func value(of formula: Formula) throws(SettlementObstacle) -> Value {
        switch formula {
        case .quantity(let number, _): return .quantity(number)
        case .waterClass(let waterClass): return .waterClass(waterClass)
        case .value(let index, _, _): return values[index]
        case .mean: throw Self.withoutData
        case .classOf(let index, let indicators, let bodyType):
            return classified(index, indicators, bodyType).map { .waterClass($0.waterClass) } ?? .missing
        case .indicator(let indicator, let index):
            return mean(indicator, in: index)?.inBaseUnits.map(Value.quantity) ?? .missing
        case .missing(let index, _, _): return .boolean(values[index] == .missing)
        case .not(let inner):
            guard case .boolean(let holds) = try value(of: inner) else { return .missing }
            return .boolean(!holds)
        case .negative(let inner):
            guard case .quantity(let number) = try value(of: inner) else { return .missing }
            return .quantity(-number)
        case .binary(let sign, let left, let right):
            return try combined(sign, try value(of: left), try value(of: right))
        case .round(let inner, let step, _, let rule):
            guard case .quantity(let number) = try value(of: inner),
                let rounded = number.rounded(toMultipleOf: step, rule: rule)
            else { return .missing }
            return .quantity(try limited(rounded))
        }
    }

    private func mean(_ indicator: Indicator, in index: Int) -> IndicatorMean? {
        guard case .means(let means) = values[index] else { return nil }
        return means.first { $0.indicator == indicator }
    }

    private func classified(_ index: Int, _ indicators: [Indicator], _ bodyType: BodyType) -> Classification? {
        var entries: [(indicator: Indicator, value: Rational)] = []
        for indicator in indicators {
            if let value = mean(indicator, in: index)?.mean { entries.append((indicator, value)) }
        }
        return WaterQualityStandard.gb3838.classify(
            entries, bodyType: bodyType, items: IndicatorSet(indicators))
    }

    private func combined(_ sign: Operator, _ left: Value, _ right: Value) throws(SettlementObstacle) -> Value {
        switch (left, right) {
        case (.boolean(let first), .boolean(let second)):
            return .boolean(sign == .and ? first && second : first || second)
        case (.waterClass(let first), .waterClass(let second)):
            return .boolean(sign.holds(first, second))
        case (.quantity(let first), .quantity(let second)):
            return try combined(sign, first, second)
        default:
            return .missing
        }
    }

    private func combined(
        _ sign: Operator, _ first: Rational, _ second: Rational
    ) throws(SettlementObstacle) -> Value {
        switch sign {
        case .plus: return .quantity(try limited(first + second))
        case .minus: return .quantity(try limited(first - second))
        case .times: return .quantity(try limited(first * second))
        case .dividedBy:
            guard let quotient = first / second else {
                throw SettlementObstacle(
                    "division-by-zero", zh: "除数为零，无法计算。请核对监测数据和方案。",
                    en: "A divisor is zero. Check the readings and the scheme.")
            }
            return .quantity(try limited(quotient))
        case .or, .and, .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
            return .boolean(sign.holds(first, second))
        }
    }

    private func limited(_ number: Rational) throws(SettlementObstacle) -> Rational {
        guard number.width <= SchemeLimits.numberBits else {
            throw SettlementObstacle(
                "number-too-large", zh: "计算中的数字过长。请检查方案中的连乘，或在中间写明修约。",
                en: "A number grew too long. Check repeated multiplication in the scheme, or round in between.")
        }
        return number
    }

    /// The checker sees to it that this is never reached: every case of missing data is named in the scheme.
    private static let withoutData = SettlementObstacle(
        "missing-value", zh: "计算所需的数据缺失。", en: "Data needed for the computation are missing.")
}
