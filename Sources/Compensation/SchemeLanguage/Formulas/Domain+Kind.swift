extension Domain {
    /// Nil for a list of members.
    var periodKind: PeriodKind? {
        switch self {
        case .members: nil
        case .periods(let kind, _, _), .before(_, let kind, _): kind
        case .range(let periods): periods.first?.kind
        }
    }
}

extension Domain {
    /// Whether it certainly has a member.
    var isNeverEmpty: Bool {
        switch self {
        case .members(let members): !members.isEmpty
        case .periods(_, _, let isClipped): !isClipped
        case .range, .before: true
        }
    }
}
