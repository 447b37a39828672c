/// A rotation that counts, and who has compared its fingerprints.
public struct KeyRotation: Sendable {
    public let record: EntryRecord<KeyRotationEntry>
    /// Members that countersigned, sorted.
    public let countersignedBy: [NodeName]
    /// Whether the centre and one other member are among them: the old key may be retired.
    public let isCountersigned: Bool
}
