/// An expression as written, before names and types are known.
struct SyntaxExpression {
    /// A name that the author used, with its place.
    struct Reference {
        let name: String
        let position: SourcePosition
    }

    indirect enum Form {
        case number(ExactDecimal, Unit)
        case waterClass(WaterClass)
        case name(String)
        case mean(section: Reference, statuses: [ReadingStatus])
        case classOf(Reference, [Indicator])
        case indicatorOf(Indicator, Reference)
        case missing(Reference)
        case not(SyntaxExpression)
        case negative(SyntaxExpression)
        case binary(Operator, SyntaxExpression, SyntaxExpression)
        case round(SyntaxExpression, step: SyntaxExpression, RoundingRule)
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
        let below =
            switch form {
            case .not(let inner), .negative(let inner): inner.depth
            case .binary(_, let left, let right): max(left.depth, right.depth)
            case .round(let inner, let step, _): max(inner.depth, step.depth)
            default: 0
            }
        depth = below + 1
        if depth > SchemeLimits.depth { throw Self.tooDeep(position) }
    }

    /// Where the expression begins.
    var start: SourcePosition {
        if case .binary(_, let left, _) = form { return left.start }
        return position
    }

    static func tooDeep(_ position: SourcePosition) -> Complaint {
        Complaint(
            "too-deep", position,
            zh: "算式超过 \(SchemeLimits.depth) 层。请先用 let 给其中一部分命名。",
            en: "The expression has more than \(SchemeLimits.depth) levels. Name a part of it with let first.")
    }
}
