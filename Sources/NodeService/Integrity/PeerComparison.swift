import Federation
import Logging
import NodeStore
import TransparencyLog

/// Proves what one peer shows consistent with what is stored here, whichever of the two is longer.
struct PeerComparison {
    let file: LogFile
    let keys: KnownKeys
    let origins: [LogOrigin]
    let peer: PeerConfiguration
    let client: LogClient
    private(set) var damages = DamageList()
    /// Checkpoints of the peer that were proven consistent.
    private(set) var proven = 0

    init(
        _ file: LogFile, _ keys: KnownKeys, _ origins: [LogOrigin], _ peer: PeerConfiguration,
        _ client: LogClient
    ) {
        self.file = file
        self.keys = keys
        self.origins = origins
        self.peer = peer
        self.client = client
    }

    mutating func run() async throws {
        try await ownLogs()
        for origin in peer.logs { try await log(origin) }
    }

    /// The peer's copies of the own logs: its mirror and what its witness holds.
    private mutating func ownLogs() async throws {
        let inquiry = OwnLogInquiry(
            keys: keys.noteKeys, origins: origins, clients: [client], logger: NodeLauncher.logger(.critical))
        let outcome = await inquiry.ask()
        for (_, failure) in outcome.silent { silent(nil, "\(failure)") }
        for strange in outcome.strange { silent(strange.origin, strange.code) }
        // What the mirror shows comes with tiles to prove it by; what the witness shows besides mostly is the same.
        var shown: [Checkpoint] = []
        for sighting in outcome.sightings.filter(\.isMirrored) + outcome.sightings.filter({ !$0.isMirrored }) {
            let origin = sighting.origin
            guard !shown.contains(sighting.verified.checkpoint) else { continue }
            guard try isStored(origin) else {
                let nothing = Checkpoint(origin: origin.text, size: 0, root: .emptyTree)
                if sighting.isMirrored, sighting.size > 0 {
                    add(.peerHoldsMore, origin, nothing, sighting.verified.checkpoint)
                }
                continue
            }
            guard let held = try held(origin) else { continue }
            shown.append(sighting.verified.checkpoint)
            let client = client
            let isContinued = try await compare(held, sighting.verified.checkpoint, origin) { resource in
                guard sighting.isMirrored, case .body(let bytes, _) = try await client.mirrored(origin, resource) else {
                    return nil
                }
                return bytes
            }
            if isContinued, sighting.size > held.size {
                add(.peerHoldsMore, origin, held, sighting.verified.checkpoint)
            }
        }
    }

    /// A log of the peer, as it serves it itself.
    private mutating func log(_ origin: LogOrigin) async throws {
        guard let held = try held(origin) else { return }
        let keys = keys.noteKeys(of: origin)
        let client = client
        @Sendable func fetch(_ resource: LogResource) async throws -> [UInt8]? {
            let outcome = try await client.get(
                channel: origin.channel.text, epoch: String(origin.epoch), path: resource.path,
                limit: SignedNote.maximumLength)
            guard case .body(let bytes, _) = outcome else { return nil }
            return bytes
        }
        do {
            guard let note = try await fetch(.checkpoint) else { return silent(origin, "not served") }
            switch VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys) {
            case .failure(let finding): silent(origin, "\(finding.code) \(finding.detail)")
            case .success(let shown):
                if try await compare(held, shown.checkpoint, origin, fetch), shown.checkpoint.size < held.size {
                    add(.peerHoldsLess, origin, held, shown.checkpoint)
                }
            }
        } catch let failure as TransportFailure {
            silent(origin, "\(failure)")
        }
    }

    /// Whether any checkpoint of the log is kept here, be it damaged.
    private func isStored(_ origin: LogOrigin) throws -> Bool {
        (try file.read(origin) { try $0.checkpoint() } ?? nil) != nil
    }

    /// The newest checkpoint kept here, verified.
    private func held(_ origin: LogOrigin) throws -> Checkpoint? {
        guard let note = try file.read(origin, { try $0.checkpoint() }) ?? nil else { return nil }
        return try? VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys.noteKeys(of: origin)).get()
            .checkpoint
    }

    /// Returns whether nothing shown speaks against one history.
    private mutating func compare(
        _ held: Checkpoint, _ shown: Checkpoint, _ origin: LogOrigin,
        _ fetch: @Sendable (LogResource) async throws -> [UInt8]?
    ) async throws -> Bool {
        if shown.size <= held.size {
            let proof = try file.read(origin) {
                try ConsistencyProof(from: shown.size, to: held.size, reader: $0)
            }
            guard proof?.verify(oldRoot: shown.root, newRoot: held.root) == nil else {
                add(.peerContradicts, origin, held, shown)
                return false
            }
            proven += 1
            return true
        }
        let resources = TileProof.resources(from: held.size, to: shown.size)
        var bodies: [[UInt8]?] = []
        do {
            for resource in resources { bodies.append(try await fetch(resource)) }
        } catch let failure as TransportFailure {
            silent(origin, "\(failure)")
            return true
        }
        switch TileProof.examine(held, continuesTo: shown, resources: resources, bodies: bodies) {
        case .continues: proven += 1
        case .differs:
            add(.peerContradicts, origin, held, shown)
            return false
        case .tilesInvalid(let detail): silent(origin, detail)
        }
        return true
    }

    private mutating func add(_ code: DamageCode, _ origin: LogOrigin, _ held: Checkpoint, _ shown: Checkpoint) {
        damages.add(
            Damage(
                code, log: origin, .checkpoint(size: shown.size), expected: "\(held.size) \(held.root.hex)",
                found: "\(peer.member.node.text): \(shown.size) \(shown.root.hex)"))
    }

    private mutating func silent(_ origin: LogOrigin?, _ detail: String) {
        damages.add(Damage(.peerSilent, log: origin, .log, expected: peer.member.node.text, found: detail))
    }
}
