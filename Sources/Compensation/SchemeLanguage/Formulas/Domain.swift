/// What a variable goes through, in order.
indirect enum Domain: Equatable, Sendable {
    case members([Member])
    /// The periods of a kind that lie in another; `isClipped`: only those wholly in the validity.
    case periods(PeriodKind, of: Formula, isClipped: Bool)
    case range([Period])
    /// The periods that precede another.
    case before(Int, PeriodKind, Formula)

    /// No more members than this.
    var bound: Int {
        switch self {
        case .members(let members): members.count
        case .periods(let kind, _, _): kind.mostInYear
        case .range(let periods): periods.count
        case .before(let count, _, _): count
        }
    }
}
