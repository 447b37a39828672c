/// What may go wrong in a world.
public enum FaultKind: String, CaseIterable, Sendable {
    // Of the network, at any request.
    case loss, delay, `repeat`, stale, altered
    // At any write.
    case unwritten, unreported, crash
    // At any read.
    case unread
    // As steps of a plan.
    case partition, skew, backup, disk, rot, twin
    // Of operators.
    case operators

    /// Whether an own log may lawfully lose what nobody else has seen, or go on in two places, so that an alarm is asked
    /// for instead of one history.
    var endangersHistory: Bool { [.backup, .disk, .rot, .twin].contains(self) }
}
