public import TransparencyLog

/// Which keys verify each member's logs: the configured one and those tied to it by proven rotations.
///
/// A rotation stands in a log whose checkpoint an accepted key signed, and its new key signed the statement; so the
/// tie holds in both directions: from a configured old key to the new one, and, once neighbours have the new key in
/// their peer file, from it back to the old one, whose checkpoints verify for ever.
public struct KeyRegister: Sendable {
    /// The algorithms of which a line is demanded of everybody: SM2 never stands alone.
    public static let alwaysDemanded: [SignatureAlgorithm] = [.ed25519]

    private let roster: Roster
    private var rotations: [(record: EntryRecord<KeyRotationEntry>, isProven: Bool)] = []
    private var countersignatures: [EntryRecord<KeyCountersignatureEntry>] = []
    private var retirements: [EntryRecord<KeyRetirementEntry>] = []
    private var registrations: [EntryRecord<NodeEntry>] = []
    /// Those of them that name cosigners' keys where every member reads it, proven.
    private(set) var namings: [EntryRecord<NodeEntry>] = []

    init(roster: Roster) { self.roster = roster }

    mutating func fold(_ record: EntryRecord<KeyRotationEntry>) {
        // From the back: entries of one log arrive in order.
        let before = rotations.lastIndex { $0.record.reference < record.reference }
        rotations.insert((record, record.body.isProven), at: before.map { $0 + 1 } ?? 0)
    }

    mutating func fold(_ record: EntryRecord<KeyCountersignatureEntry>) { countersignatures.place(record) }
    mutating func fold(_ record: EntryRecord<KeyRetirementEntry>) { retirements.place(record) }

    mutating func fold(_ record: EntryRecord<NodeEntry>) {
        registrations.place(record)
        let entry = record.body
        guard Self.isCommon(record.reference), entry.node == record.reference.log.node,
            entry.cosignerKeys.areProven(of: entry.node, logKey: entry.logKey)
        else { return }
        namings.place(record)
    }

    /// What verifies a log, under its own name: every accepted key of its node, and SM2 never alone. None for a
    /// stranger's log.
    public func noteKeys(of origin: LogOrigin) -> NoteKeys {
        let accepted = (keys(for: origin)?.accepted ?? []).compactMap {
            NoteVerifier(name: origin.text, publicKey: $0)
        }
        return NoteKeys(
            accepted + (roster.member(origin.node)?.sm2Verifiers(of: origin) ?? []), required: Self.alwaysDemanded)
    }

    /// What a new checkpoint of a log has to be signed with: the same, and every algorithm that is asked of its node.
    public func demandedKeys(of origin: LogOrigin) -> NoteKeys {
        NoteKeys(noteKeys(of: origin).verifiers, required: demandedAlgorithms(of: origin.node))
    }

    /// Of which algorithms a member's lines are demanded, under its new checkpoints and of its witness under others'.
    public func demandedAlgorithms(of node: NodeName) -> [SignatureAlgorithm] {
        let asked = roster.member(node)?.required ?? []
        return Self.alwaysDemanded + asked.filter { !Self.alwaysDemanded.contains($0) }
    }

    /// The SM2 keys of a member, as its file names them; none of a stranger.
    func sm2Keys(of node: NodeName) -> [[UInt8]] { roster.member(node)?.sm2Keys ?? [] }

    /// The SM2 keys that a log last named as those that sign it; `nil` when it has not begun.
    public func namedSM2Keys(in origin: LogOrigin) -> [[UInt8]]? {
        registrations.last { $0.reference.log == origin && $0.body.node == origin.node }?.body.sm2Keys
    }

    /// The SM2 keys that a node's `common` log names and its file as well: those that vouch for it now.
    public func signingSM2Keys(of node: NodeName) -> [[UInt8]] {
        sm2Keys(of: node).filter(namedSM2Keys(of: node).contains)
    }

    /// The SM2 keys that a node's `common` log names and its file does not.
    public func unknownSM2Keys(of node: NodeName) -> [[UInt8]] {
        namedSM2Keys(of: node).filter { !sm2Keys(of: node).contains($0) }
    }

    private func namedSM2Keys(of node: NodeName) -> [[UInt8]] {
        registrations.last {
            $0.body.node == node && $0.reference.log.node == node && Self.isCommon($0.reference)
        }?.body.sm2Keys ?? []
    }

    /// The keys of one log; those of an earlier epoch may have nothing to do with today's. `nil` for a stranger's log.
    public func keys(for origin: LogOrigin) -> NodeKeys? {
        roster.member(origin.node).map { keys(of: $0, from: $0.logKey(of: origin)) }
    }

    /// The keys of a member; `nil` for a stranger.
    public func keys(of node: NodeName) -> NodeKeys? {
        roster.member(node).map { keys(of: $0, from: $0.logKey) }
    }

    private func keys(of member: Member, from configured: [UInt8]) -> NodeKeys {
        var refused: [(reference: EntryReference, problem: KeyRotationProblem)] = []
        var proven: [EntryRecord<KeyRotationEntry>] = []
        for (record, isProven) in rotations where record.reference.log.node == member.node {
            if let problem = problem(record, isProven, member) {
                refused.append((record.reference, problem))
            } else {
                proven.append(record)
            }
        }
        let tied = Self.tied(proven, to: configured)
        var accepted: [[UInt8]] = tied.first.map { [$0.body.oldKey] } ?? [configured]
        var counting: [EntryRecord<KeyRotationEntry>] = []
        for record in proven {
            guard tied.contains(where: { $0.reference == record.reference }) else {
                refused.append((record.reference, .unknownKey))
                continue
            }
            guard !accepted.contains(record.body.newKey) else {
                refused.append((record.reference, .keyTaken))
                continue
            }
            if !accepted.contains(record.body.oldKey) { accepted.append(record.body.oldKey) }
            accepted.append(record.body.newKey)
            counting.append(record)
        }
        return NodeKeys(
            node: member.node, configured: configured, accepted: accepted, retired: retired(accepted, member.node),
            rotations: counting.map { rotation($0) }, refused: refused.sorted { $0.reference < $1.reference },
            since: accepted.map { since($0, of: member.node, counting) })
    }

    private func problem(
        _ record: EntryRecord<KeyRotationEntry>, _ isProven: Bool, _ member: Member
    ) -> KeyRotationProblem? {
        let entry = record.body
        guard entry.node == member.node else { return .foreign }
        guard Self.isCommon(record.reference) else { return .elsewhere }
        guard isProven else { return .unproven }
        let isOthers = roster.members.contains { $0.node != member.node && $0.logKey == entry.newKey }
        return isOthers || entry.newKey == entry.oldKey ? .keyTaken : nil
    }

    /// The rotations that a chain of rotations ties to `key`, in order of place.
    private static func tied(
        _ rotations: [EntryRecord<KeyRotationEntry>], to key: [UInt8]
    ) -> [EntryRecord<KeyRotationEntry>] {
        var known = [key]
        var found: [EntryRecord<KeyRotationEntry>] = []
        var open = rotations
        while let position = open.firstIndex(where: { known.contains($0.body.oldKey) || known.contains($0.body.newKey) }
        ) {
            let record = open.remove(at: position)
            known += [record.body.oldKey, record.body.newKey]
            found.append(record)
        }
        return found.sorted { $0.reference < $1.reference }
    }

    /// The last key is never retired: a log that nobody may sign any more is closed by a new epoch.
    private func retired(_ accepted: [[UInt8]], _ node: NodeName) -> [[UInt8]] {
        accepted.dropLast().filter { key in
            retirements.contains {
                $0.reference.log.node == node && $0.body.node == node && Self.isCommon($0.reference)
                    && $0.body.key == key
            }
        }
    }

    private func rotation(_ record: EntryRecord<KeyRotationEntry>) -> KeyRotation {
        let entry = record.body
        let signers = countersignatures.filter {
            $0.body.rotation == record.reference && $0.body.node == entry.node && $0.body.oldKey == entry.oldKey
                && $0.body.newKey == entry.newKey && $0.reference.log.node != entry.node && Self.isCommon($0.reference)
        }.map(\.reference.log.node).sorted()
        let distinct = signers.enumerated().filter { $0.offset == 0 || signers[$0.offset - 1] != $0.element }
        let by = distinct.map(\.element)
        return KeyRotation(record: record, countersignedBy: by, isCountersigned: isEnough(by, for: entry.node))
    }

    /// The centre and one more; the centre's own rotation takes two others; in a smaller federation all there are.
    private func isEnough(_ signers: [NodeName], for node: NodeName) -> Bool {
        let others = roster.members.filter { $0.node != node }
        let centre = others.first { $0.role == .centre }
        return signers.count >= min(2, others.count) && (centre.map { signers.contains($0.node) } ?? true)
    }

    private func since(
        _ key: [UInt8], of node: NodeName, _ rotations: [EntryRecord<KeyRotationEntry>]
    ) -> Timestamp? {
        if let rotation = rotations.first(where: { $0.body.newKey == key }) { return rotation.at }
        let text = Base64.encode(key)
        return registrations.first { record in
            record.reference.log.node == node && record.body.node == node && record.body.logKey.sameBytes(as: text)
        }?.at
    }

    private static func isCommon(_ reference: EntryReference) -> Bool {
        reference.log.channel == .common
    }
}
