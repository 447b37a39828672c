import Federation
import Logging
import NodeStore
import TransparencyLog

/// This node's witness: cosigns the largest consistent tree it has seen of every log of every member, read or not.
extension Node {
    /// Most logs of one member that are witnessed; a member has one per channel and epoch.
    private static let mostLogs = 1000

    /// The keys a log of a member is verified with; none when no member has such a log.
    func keys(of origin: LogOrigin) -> NoteKeys {
        docket.keys.noteKeys(of: origin)
    }

    /// Answers a request to cosign. What is refused and yet signed by the log is compared with all that is held.
    func addCheckpoint(_ body: [UInt8], from member: NodeName) async throws -> WitnessAnswer {
        let request: WitnessRequest
        switch WitnessRequest.open(body, keys: keys) {
        case .failure(let refusal): return refuse(refusal, nil, member)
        case .success(let opened): request = opened
        }
        guard clearance.verdict == .cleared else { return refuse(.notCleared, request.origin, member) }
        try await advanceWitness(request.origin)
        guard try await isNoStrangersOwn(request, from: member) else {
            return refuse(.notSignedHere, request.origin, member)
        }
        let isNew = try database.witnessed(request.origin) == nil
        if isNew, try database.witnessedLogs(of: request.origin.node) >= Self.mostLogs {
            return refuse(.unknownLog, request.origin, member)
        }
        switch try decide(request) {
        case .success(let cosignatures): return .cosigned(cosignatures.flatMap(\.line))
        case .failure(let refusal):
            if case .success(let shown) = VerifiedCheckpoint.open(
                note: request.note, origin: request.origin.text, keys: keys(of: request.origin))
            {
                try await examine(shown, of: request.origin, from: member)
            }
            return refuse(refusal, request.origin, member)
        }
    }

    /// Of an own log this node has seen what it has signed and nothing else: a larger tree, or another one, under an own
    /// key was signed by somebody who has that key too. Cosigned here it would look like this node's own history.
    private func isNoStrangersOwn(_ request: WitnessRequest, from member: NodeName) async throws -> Bool {
        guard request.origin.node == self.member.node else { return true }
        guard
            case .success(let shown) = VerifiedCheckpoint.open(
                note: request.note, origin: request.origin.text, keys: keys(of: request.origin))
        else { return false }
        if case .agrees? = try verdict(on: shown, of: request.origin) { return true }
        try await examine(shown, of: request.origin, from: member)
        return false
    }

    private func decide(_ request: WitnessRequest) throws -> Result<[Cosignature], WitnessRefusal> {
        let now = clock.now.secondsSinceEpoch
        let signers = cosigners(.witness)
        guard !signers.isEmpty else { throw NodeProblem.cannotSign(request.origin) }
        return try database.witness(request.origin) { record in
            switch request.decide(record, now: now) {
            case .refuse(let refusal): return (nil, .failure(refusal))
            case .cosign:
                let lines = try signers.map { try $0.cosign(request.checkpoint, at: now) }
                return (
                    WitnessRecord(request.checkpoint, note: request.note, cosignatures: lines, at: now),
                    .success(lines)
                )
            }
        }
    }

    private func refuse(_ refusal: WitnessRefusal, _ origin: LogOrigin?, _ member: NodeName) -> WitnessAnswer {
        // A conflict only says where to begin; everything else is worth a line.
        let level: Logger.Level = refusal.status == 409 ? .debug : .warning
        logger.log(
            level: level, "not cosigned",
            metadata: [
                "event": "\(refusal.code)", "log": "\(origin?.text ?? "-")", "peer": "\(member.text)",
                "detail": "\(refusal.detail)",
            ])
        return .refused(refusal)
    }

    /// The checkpoint this node's witness has cosigned of the log whose origin has this hash.
    func witnessedCheckpoint(ofOriginHash hash: ContentDigest) async throws -> [UInt8]? {
        guard let origin = try origin(ofHash: hash) else { return nil }
        try await advanceWitness(origin)
        return try database.witnessed(origin)?.note
    }

    private func origin(ofHash hash: ContentDigest) throws -> LogOrigin? {
        if let origin = watch.originsByHash[hash.hex] { return origin }
        for origin in try database.logs().map(\.origin) + database.witnessed().map(\.origin) {
            watch.originsByHash[ContentDigest(of: Array(origin.text.utf8)).hex] = origin
        }
        return watch.originsByHash[hash.hex]
    }

    /// A witness states the largest tree it has observed, so what this node has signed or mirrored since counts too.
    func advanceWitness(_ origin: LogOrigin) async throws {
        // A witness never goes back: what this node may have forgotten comes first.
        guard clearance.verdict == .cleared, let held = try newestCheckpoint(origin) else { return }
        let record = try database.witnessed(origin)
        if let record {
            guard record.size <= held.checkpoint.size, record.root != held.checkpoint.root,
                case .success(let seen) = VerifiedCheckpoint.open(
                    note: record.note, origin: origin.text, keys: keys(of: origin)),
                case .agrees? = try await examine(seen, of: origin, from: member.node)
            else { return }
        }
        let now = clock.now.secondsSinceEpoch
        let signers = cosigners(.witness)
        guard now >= record?.cosigned ?? 1, !signers.isEmpty else { return }
        try database.witness(origin) { current in
            guard current == record else { return (nil, ()) }
            let lines = try signers.map { try $0.cosign(held.checkpoint, at: now) }
            return (WitnessRecord(held.checkpoint, note: held.note, cosignatures: lines, at: now), ())
        }
    }

    /// The newest checkpoint kept of an own or mirrored log.
    func newestCheckpoint(_ origin: LogOrigin) throws -> VerifiedCheckpoint? {
        guard let note = try database.read(origin, { try $0.checkpoint() }) ?? nil else { return nil }
        return try? VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys(of: origin)).get()
    }
}
