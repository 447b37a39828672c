extension Formula {
    /// Whether a period certainly lies in the one that is settled.
    func staysInPeriod(_ locals: [SchemeChecker.Local]) -> Bool {
        switch self {
        case .settledPeriod: true
        case .local(let place, _): if case .time(_, true) = locals[place].type { true } else { false }
        default: false
        }
    }
}
