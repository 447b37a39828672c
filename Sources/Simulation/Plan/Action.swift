/// What one step of a plan does.
public enum Action: String, CaseIterable, Sendable {
    // The calendar.
    case month
    // Operators.
    case readings, again, correct, late, endorse, exempt, decide, propose, accept, object, wrong, advance, clear, pay
    case receive
    // Who did not pay in time.
    case lapse, collect
    // Faults.
    case crash, partition, heal, skew, backup, restore, disk, rot, twin, power

    /// The fault that this is; `nil` for what happens in any year.
    public var fault: FaultKind? {
        switch self {
        case .crash, .power: .crash
        case .partition, .heal: .partition
        case .skew: .skew
        case .backup, .restore: .backup
        case .disk: .disk
        case .rot: .rot
        case .twin: .twin
        case .again, .object, .wrong: .operators
        case .month, .readings, .correct, .late, .endorse, .exempt, .decide, .propose, .accept, .advance, .clear, .pay,
            .receive, .lapse, .collect:
            nil
        }
    }
}
