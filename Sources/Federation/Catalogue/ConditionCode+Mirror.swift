extension ConditionCode {
    /// The condition that a mirror's finding shows as.
    public init(_ finding: MirrorFinding.Code) {
        switch finding {
        case .checkpointInvalid, .resourceInvalid: self = .mirrorMalformed
        case .shrank: self = .mirrorShrank
        case .forked: self = .mirrorForked
        case .inconsistent: self = .mirrorInconsistent
        case .entriesAltered: self = .mirrorAltered
        }
    }
}
