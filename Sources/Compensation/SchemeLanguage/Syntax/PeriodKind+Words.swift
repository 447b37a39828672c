extension PeriodKind {
    /// The word for several periods of the kind in schemes.
    var plural: String {
        self == .twoMonths ? rawValue : rawValue + "s"
    }

    /// How a period of the kind is written.
    var example: String {
        switch self {
        case .day: "2021-04-01"
        case .week: "2021-W14"
        case .month: "2021-04"
        case .twoMonths: "2021-B2"
        case .quarter: "2021-Q2"
        case .halfYear: "2021-H1"
        case .year: "2021"
        }
    }
}

extension PeriodKind {
    /// How many of the kind a year has at most.
    var mostInYear: Int {
        switch self {
        case .day: 366
        case .week: 53
        case .month: 12
        case .twoMonths: 6
        case .quarter: 4
        case .halfYear: 2
        case .year: 1
        }
    }
}
