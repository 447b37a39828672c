import Compensation
import Federation
import Logging
import NodeStore
import TransparencyLog

/// The check before the first signature, and every so often after it: does anybody hold more of the own logs, or
/// something else than what is held here?
extension Node {
    /// What is known when the node is opened, without asking anybody.
    /// - Parameters:
    ///   - current: the own logs that are written to. What became of those of earlier epochs is no reason to stop: a
    ///     new epoch is the way out of it.
    ///   - awaiting: peers that have to answer before anything is signed.
    static func clearance(
        _ database: LogDatabase, _ sentinel: BootSentinel?, isNew: Bool, current: [LogOrigin], awaiting: [NodeName]
    ) throws -> SigningClearance {
        let own = try database.logs().filter(\.own)
        let contradicted = try own.map(\.origin).filter { origin in
            guard let code = try database.finding(origin)?.finding.code else { return false }
            return code == .forked || code == .inconsistent
        }
        var memory = SigningClearance.Memory.nothing
        if let heads = sentinel?.heads() {
            memory = try compare(heads, database, current)
        } else if isNew {
            memory = .level
        }
        // Entries beyond the last signature: a recovery that was cut short.
        let unfinished = try own.filter { $0.size > (try database.signedHead(of: $0.origin)?.size ?? 0) }
        if memory == .level, !unfinished.isEmpty { memory = .nothing }
        return SigningClearance(
            memory: memory, contradicted: contradicted.filter(current.contains),
            setAside: contradicted.filter { !current.contains($0) }, awaiting: awaiting)
    }

    private static func compare(
        _ heads: [CutLog], _ database: LogDatabase, _ current: [LogOrigin]
    ) throws -> SigningClearance.Memory {
        var missing: [SigningClearance.Missing] = []
        for head in heads {
            guard head.size <= (try database.signedHead(of: head.log)?.size ?? 0) else {
                missing.append(.init(log: head.log, size: head.size, peer: nil))
                continue
            }
            // A note of that size is not kept where the entries came back from a mirror.
            let here =
                try database.signedRoot(of: head.log, at: head.size) ?? database.root(of: head.log, at: head.size)
            guard here == head.root || !current.contains(head.log) else { return .differs(head.log) }
        }
        return missing.isEmpty ? .level : .beyond(missing)
    }

    /// Refuses to sign, with what to do, unless the node is cleared.
    func requireClearance() throws {
        guard let condition = clearance.condition(of: member) else { return }
        let isFinal = condition.code.severity == .integrity
        throw CommandFailure(
            isFinal ? ExitCode.integrity : ExitCode.attention,
            zh:
                "未记录任何内容：\(condition.code.text.zh)（\(condition.subject) \(condition.detail)）。\(condition.code.advice.zh)",
            en:
                "nothing was recorded: \(condition.code.text.en) (\(condition.subject) \(condition.detail)). \(condition.code.advice.en)"
        )
    }

    /// After every signature: this machine remembers how far it signed.
    func remember() {
        clearance.signed()
        confirm()
    }

    /// The operator's word that nobody holds more. Told in the log, because the others may see two histories by it.
    package func signUnconfirmed() {
        clearance.exempt()
        logger.warning(
            "signing without having asked the peers, by order of the operator", metadata: ["event": "sign-unconfirmed"])
    }

    /// Forgets what this machine remembers: an own log that was lost is rebuilt.
    func distrust() { clearance = SigningClearance(memory: .nothing, setAside: clearance.logsSetAside) }

    /// All peers were asked.
    func asked(answers: [NodeName]) async throws {
        let before = clearance.verdict
        let silent = clearance.unanswered
        clearance.asked(answers: answers)
        if !clearance.unanswered.isEmpty, clearance.unanswered != silent || !wasToldOfSilence {
            wasToldOfSilence = true
            logger.warning(
                "older logs were put back here, and not every peer has answered since; nothing is signed",
                metadata: [
                    "event": "peers-unanswered",
                    "detail": "\(clearance.unanswered.map(\.text).joined(separator: ", "))",
                ])
        }
        try await told(since: before)
    }

    /// A peer showed a checkpoint of an own log that this node's key signed: at start, and whenever a witness or
    /// a mirror is looked at. Stops signing at once when it is more, or something else, than is held here.
    func ownLogSeen(_ origin: LogOrigin, size: Int, root: MerkleHash, note: [UInt8], peer: NodeName) async throws {
        let before = clearance.verdict
        let signed = try database.signedHead(of: origin)
        var here: MerkleHash?
        if let signed, size <= signed.size {
            here = try database.signedRoot(of: origin, at: size) ?? provenRoot(of: origin, at: size, signed: signed)
            // What is held cannot be tied to what was signed: the own tree is damaged, which says nothing of peers.
            guard here != nil else { throw StoreError.readBackDiffers(origin.text) }
        }
        let shown = CutLog(log: origin, size: size, root: root)
        guard !configuration.isEarlier(origin) else {
            try earlierLogSeen(shown, here: here, note: note, peer: peer)
            return try await told(since: before)
        }
        if clearance.seen(shown, by: peer, signed: signed?.size ?? 0, here: here) == .contradicts {
            try keepContradiction(origin, size == signed?.size ? .forked : .inconsistent, "shown by \(peer.text)", note)
        }
        // A restart has to ask again whoever showed more.
        if case .elsewhere = clearance.verdict { BootSentinel.remove(of: DataFolder(configuration.data)) }
        try await told(since: before)
    }

    /// The root of the own tree at an earlier size, proven against the newest signature.
    private func provenRoot(of origin: LogOrigin, at size: Int, signed: CutLog) throws -> MerkleHash? {
        let read = try database.read(origin) { stored in
            let root = try Frontier(size: size, reader: stored).root
            let proof = try ConsistencyProof(from: size, to: signed.size, reader: stored)
            return proof.verify(oldRoot: root, newRoot: signed.root) == nil ? root : nil
        }
        return read ?? nil
    }

    /// Both notes are kept: two signatures of one key that cannot both be of one history.
    func keepContradiction(
        _ origin: LogOrigin, _ code: MirrorFinding.Code, _ detail: String, _ note: [UInt8]
    ) throws {
        if configuration.isEarlier(origin) { clearance.setAside(origin) } else { clearance.contradicts(origin) }
        try database.register(origin, own: true)
        let known = try database.read(origin) { try $0.checkpoint() } ?? nil
        try database.halt(origin, MirrorFinding(code, detail), note: note, known: known, at: clock.now)
        // Where the own tree reaches the other note's size, the two are also a document that anyone can check.
        if case .success(let shown) = VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys(of: origin)),
            case .contradicts(let contradiction)? = try verdict(on: shown, of: origin)
        {
            _ = try keepEvidence(contradiction, of: origin)
        }
    }

    /// Words a change of the verdict in the log; whatever fell due meanwhile is said when the node is cleared.
    func told(since before: SigningClearance.Verdict) async throws {
        let verdict = clearance.verdict
        guard verdict != before else { return }
        // Of several peers that have shown as much it is no news which one did so last.
        if case .recovering(let now) = verdict, case .recovering(let former) = before,
            now.elementsEqual(former, by: { $0.log == $1.log && $0.size == $1.size })
        {
            return
        }
        guard let condition = clearance.condition(of: member) else {
            confirm()
            logger.info("cleared for signing", metadata: ["event": "signing-cleared"])
            try await settle()
            return
        }
        logger.error(
            "signing is stopped: \(condition.code.text.en)",
            metadata: [
                "event": "signing-stopped", "code": "\(condition.code.rawValue)", "log": "\(condition.subject)",
                "detail": "\(condition.detail)",
            ])
    }

    /// Has the machine remember the heads of all own logs. Where it cannot, peers are asked at the next start.
    private func confirm() {
        if clearance.verdict == .cleared { UnconfirmedMark(DataFolder(configuration.data)).remove() }
        guard let sentinel else { return }
        do {
            try sentinel.keep(try database.logs().filter(\.own).compactMap { try database.signedHead(of: $0.origin) })
        } catch {
            BootSentinel.remove(of: DataFolder(configuration.data))
            logger.warning(
                "what was signed could not be remembered",
                metadata: ["event": "sentinel-not-kept", "detail": "\(error)"])
        }
    }
}
