/// What a member should say about the others' key rotations.
public struct KeyNextSteps: Sendable {
    private let docket: Docket
    private let me: NodeName

    public init(_ docket: Docket, me: NodeName) {
        self.docket = docket
        self.me = me
    }

    /// Rotations of others that are neither countersigned enough nor by this member, in order of place.
    public var waiting: [KeyRotation] {
        let others = docket.roster.members.filter { $0.node != me }
        return others.flatMap { member in
            let rotations = docket.keys.keys(of: member.node)?.rotations ?? []  // ordered: by place
            return rotations.filter { !$0.isCountersigned && !$0.countersignedBy.contains(me) }
        }
    }

    /// The word for one of them.
    public static func countersignature(of rotation: KeyRotation) -> KeyCountersignatureEntry {
        let entry = rotation.record.body
        return KeyCountersignatureEntry(
            node: entry.node, rotation: rotation.record.reference, oldKey: entry.oldKey, newKey: entry.newKey)
    }
}
