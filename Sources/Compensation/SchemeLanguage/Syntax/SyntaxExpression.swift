/// An expression as written, before names and types are known.
struct SyntaxExpression {
    struct Case {
        let condition: SyntaxExpression
        let value: SyntaxExpression
    }

    indirect enum Form {
        case number(ExactDecimal, Unit)
        case waterClass(WaterClass)
        case boolean(Bool)
        case reference(SyntaxReference)
        case statistic(SyntaxStatistic)
        case classOf(SyntaxReference, [SyntaxWord])
        case itemOf(SyntaxWord, SyntaxReference)
        case limit(SyntaxWord, of: SyntaxExpression, at: SyntaxReference)
        case missing(SyntaxReference)
        case not(SyntaxExpression)
        case negative(SyntaxExpression)
        case absolute(SyntaxExpression)
        case extreme(isLargest: Bool, [SyntaxExpression])
        case binary(Operator, SyntaxExpression, SyntaxExpression)
        case ifMissing(SyntaxExpression, SyntaxExpression)
        case choice([Case], otherwise: SyntaxExpression)
        case within(SyntaxExpression, SyntaxList)
        case settledPeriod
        case time(Period)
        case containing(PeriodKind, SyntaxExpression)
        case back(SyntaxExpression, Int, PeriodKind)
        case aggregate(SyntaxAggregate)
        case apportion(SyntaxApportionment)
        case round(SyntaxExpression, step: SyntaxExpression, RoundingRule)
        case squareRoot(SyntaxExpression, step: SyntaxExpression, RoundingRule)
    }

    let form: Form
    /// For a binary operation the place of its sign.
    let position: SourcePosition
    /// Levels below and including this one.
    let depth: Int

    /// Refuses an expression nested deeper than `SchemeLimits.depth`: reading, checking and computing walk
    /// it by recursion.
    init(_ form: Form, _ position: SourcePosition) throws(Complaint) {
        self.form = form
        self.position = position
        depth = 1 + Self.depth(below: form)
        if depth > SchemeLimits.depth { throw Self.tooDeep(position) }
    }

    /// Where the expression begins.
    var start: SourcePosition {
        switch form {
        case .binary(_, let left, _), .ifMissing(let left, _), .within(let left, _), .back(let left, _, _): left.start
        default: position
        }
    }

    private static func depth(below form: Form) -> Int {
        switch form {
        case .number, .waterClass, .boolean, .settledPeriod, .time: 0
        case .reference(let reference), .missing(let reference), .classOf(let reference, _), .itemOf(_, let reference):
            depth(reference)
        case .statistic(let statistic): max(depth(statistic.section), statistic.time?.depth ?? 0)
        case .limit(_, let waterClass, let section): max(waterClass.depth, depth(section))
        case .not(let inner), .negative(let inner), .absolute(let inner), .containing(_, let inner),
            .back(let inner, _, _):
            inner.depth
        case .extreme(_, let items): items.map(\.depth).max() ?? 0
        case .binary(_, let left, let right), .ifMissing(let left, let right): max(left.depth, right.depth)
        case .choice(let cases, let otherwise):
            cases.map { max($0.condition.depth, $0.value.depth) }.reduce(otherwise.depth, max)
        case .within(let inner, let list): max(inner.depth, list.depth)
        case .aggregate(let aggregate):
            aggregate.variables.map(\.list.depth)
                .reduce(max(aggregate.body?.depth ?? 0, aggregate.condition?.depth ?? 0), max)
        case .apportion(let parts):
            [parts.variable.list.depth, depth(parts.member), parts.step.depth].reduce(parts.body.depth, max)
        case .round(let inner, let step, _), .squareRoot(let inner, let step, _): max(inner.depth, step.depth)
        }
    }

    private static func depth(_ reference: SyntaxReference) -> Int {
        reference.arguments.map(\.depth).max() ?? 0
    }

    static func tooDeep(_ position: SourcePosition) -> Complaint {
        Complaint(
            "too-deep", position,
            zh: "算式超过 \(SchemeLimits.depth) 层。请先用 let 给其中一部分命名。",
            en: "The expression has more than \(SchemeLimits.depth) levels. Name a part of it with let first.")
    }
}
