/// What stands after `in`: the members or periods that a variable goes through.
struct SyntaxList {
    enum Form {
        case name(String)
        /// `months of T`.
        case periods(PeriodKind, of: SyntaxExpression)
        /// `months 2021-01 to 2021-06`.
        case range(Period, Period)
        /// `3 years before T`.
        case before(Int, PeriodKind, SyntaxExpression)
    }

    let form: Form
    let position: SourcePosition

    var depth: Int {
        switch form {
        case .name, .range: 0
        case .periods(_, let time), .before(_, _, let time): time.depth
        }
    }
}
