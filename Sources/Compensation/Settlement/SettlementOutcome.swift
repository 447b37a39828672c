/// What came of the attempt to compute a settlement.
public enum SettlementOutcome: Hashable, Sendable {
    case settled(Settlement)
    case notComputable(SettlementObstacle)
}
