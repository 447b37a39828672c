public import TransparencyLog

/// My verified copy of one log: follows the origin, takes nothing it has not proven, never goes back.
///
/// A synchronous value: events in, effects out. Entries are verified by hashing them onto the right edge
/// that is already stored: if the result is the signed root, the new history continues the old one and
/// every byte is as signed. A chunk that ends before the checkpoint is tied to it by a consistency proof
/// computed from the origin's tiles; every tile is tied to the signed root, so none is ever trusted.
public struct Mirror: Sendable {
    public let origin: LogOrigin
    private var keys: NoteKeys
    /// The right edge of what is durable.
    public private(set) var frontier: Frontier
    /// The last verified checkpoint that is fully mirrored.
    public private(set) var checkpoint: VerifiedCheckpoint?
    /// The newest verified checkpoint, possibly still being fetched.
    public private(set) var target: VerifiedCheckpoint?
    public private(set) var finding: MirrorFinding?
    /// What the halt proves to anyone; `nil` when it proves nothing.
    public private(set) var evidence: Evidence?
    private var pending: Pending?

    /// Bundles per chunk: 16 × 256 entries per transaction.
    static let chunkBundles = 16
    /// Bytes of bundles after which a chunk should end, by `MirrorEvent.fetchedPart`. One bundle can have as many.
    public static let chunkBytes = 16 << 20

    private enum Pending {
        /// With the bodies of its first resources, where they came before the others.
        case chunk(MirrorChunk, [[UInt8]?])
        case commit(MirrorBatch)
        /// The chunk did not hash to the signed root; tiles decide whether the history or only the entries are wrong.
        case diagnosis([LogResource])
    }

    public init(
        origin: LogOrigin, keys: NoteKeys, frontier: Frontier, checkpoint: VerifiedCheckpoint?,
        finding: MirrorFinding?
    ) {
        self.origin = origin
        self.keys = keys
        self.frontier = frontier
        self.checkpoint = checkpoint
        target = checkpoint
        self.finding = finding
    }

    /// A mirror of a log that one key signs.
    public init(
        origin: LogOrigin, verifier: NoteVerifier, frontier: Frontier, checkpoint: VerifiedCheckpoint?,
        finding: MirrorFinding?
    ) {
        self.init(
            origin: origin, keys: [verifier], frontier: frontier, checkpoint: checkpoint, finding: finding)
    }

    public var size: Int { frontier.size }

    /// What will be asked for next if what has been asked for now is as it should be: worth fetching meanwhile.
    public var following: [LogResource] {
        guard case .chunk(let chunk, _)? = pending, let target, chunk.end < target.checkpoint.size else { return [] }
        return MirrorChunk(from: chunk.end, to: target.checkpoint.size).resources
    }

    /// What can be done about a note that has just come before it is verified. Nothing beyond the verification while
    /// the mirror stands still: an origin that serves what does not verify is not fetched from again and again.
    public func prospect(_ note: [UInt8]) -> MirrorProspect? {
        finding == nil ? MirrorProspect(note, of: origin, under: keys, onto: frontier) : nil
    }

    /// From now on a checkpoint counts under any of these keys: a rotation has been mirrored.
    public mutating func trust(_ keys: NoteKeys) { self.keys = keys }

    public mutating func handle(_ event: MirrorEvent) -> [MirrorEffect] {
        switch (event, pending) {
        case (.checkpoint(let note), _): return receive(OpenedNote(note, of: origin, under: keys))
        case (.opened(let opened), _): return receive(opened)
        case (.fetched(let bodies), .chunk(let chunk, let first)?):
            return receive(hash(first + bodies, of: chunk), for: chunk)
        case (.fetchedPart(let bodies), .chunk(let chunk, let first)?): return shorten(chunk, first + bodies)
        case (.hashed(let hashed), .chunk(let chunk, _)?):
            return receive(
                hashed.isFor(chunk, onto: frontier) ? hashed : hash(hashed.bodies, of: chunk), for: chunk)
        case (.fetched(let bodies), .diagnosis(let resources)?): return diagnose(bodies, resources)
        case (.committed, .commit(let batch)?): return committed(batch)
        case (.contradicted(let contradiction), _):
            return halt(.init(.forked, contradiction.detail), contradiction.shown.note)
        // An answer nobody waits for, after a halt or a newer checkpoint: the next poll starts afresh.
        case (.fetched, _), (.fetchedPart, _), (.hashed, _), (.committed, _): return []
        }
    }

    private mutating func receive(_ opened: OpenedNote) -> [MirrorEffect] {
        pending = nil
        if let finding, finding.isFinal { return [.halt(finding, note: opened.note)] }
        let received: VerifiedCheckpoint
        switch opened.verdict(of: origin, under: keys) {
        case .failure(let refusal):
            return halt(.init(.checkpointInvalid, "\(refusal.code): \(refusal.detail)"), opened.note)
        case .success(let verified): received = verified
        }
        let known = target?.checkpoint
        if let known, received.checkpoint.size == known.size, received.checkpoint.root != known.root {
            let evidence = target.flatMap { fork($0, received.note) }
            return halt(.init(.forked, "two roots signed at size \(known.size)"), received.note, evidence)
        }
        // After a restart in the midst of catching up, more is mirrored than the last checkpoint kept says.
        let reached = max(size, known?.size ?? 0)
        if received.checkpoint.size < reached {
            return halt(.init(.shrank, "signed size \(received.checkpoint.size) after \(reached)"), received.note)
        }
        if received.checkpoint.size == size, received.checkpoint.root != frontier.root {
            return halt(.init(.inconsistent, "signed root at size \(size) is not the mirrored one"), received.note)
        }
        target = received
        return next()
    }

    private mutating func halt(
        _ finding: MirrorFinding, _ note: [UInt8], _ evidence: Evidence? = nil
    ) -> [MirrorEffect] {
        pending = nil
        self.finding = finding
        self.evidence = evidence
        return [.halt(finding, note: note)]
    }

    private func fork(
        _ known: VerifiedCheckpoint, _ note: [UInt8], prefix: (root: MerkleHash, proof: ConsistencyProof)? = nil
    ) -> Evidence? {
        for verifier in keys.verifiers {
            let evidence = Evidence.fork(of: origin, key: verifier, known.note, note, prefix: prefix)
            if case .success(let proven) = evidence { return proven }
        }
        return nil
    }

    private mutating func next() -> [MirrorEffect] {
        guard let target else { return [] }
        if size == target.checkpoint.size {
            checkpoint = target
            finding = nil
            evidence = nil
            pending = nil
            return [.level]
        }
        let chunk = MirrorChunk(from: size, to: target.checkpoint.size)
        pending = .chunk(chunk, [])
        return [.fetch(chunk.resources)]
    }

    private func hash(_ bodies: [[UInt8]?], of chunk: MirrorChunk) -> HashedChunk {
        HashedChunk(bodies, for: chunk, of: origin, onto: frontier)
    }

    /// Goes on with no more than the bundles that are there; their end is another, and so are the tiles that prove it.
    private mutating func shorten(_ chunk: MirrorChunk, _ bodies: [[UInt8]?]) -> [MirrorEffect] {
        guard let shorter = chunk.ending(after: bodies.count) else {
            return receive(hash(bodies, of: chunk), for: chunk)
        }
        pending = .chunk(shorter, bodies)
        return [.fetch(shorter.tiles)]
    }

    private mutating func receive(_ hashed: HashedChunk, for chunk: MirrorChunk) -> [MirrorEffect] {
        guard let target else { return [] }
        let batch: LogBatch
        switch hashed.outcome {
        case .failure(let finding): return halt(finding, target.note)
        case .success(let read): batch = read
        }
        let complete = batch.frontier.size == target.checkpoint.size
        let outcome: TileProof.Outcome =
            complete
            ? (batch.frontier.root == target.checkpoint.root ? .continues : .differs(prefix: nil))
            : chunk.examine(batch.checkpoint, continuesTo: target.checkpoint, from: hashed.bodies)
        switch outcome {
        case .continues: break
        case .tilesInvalid(let detail): return halt(.init(.resourceInvalid, detail), target.note)
        case .differs:
            let resources = TileProof.resources(from: size, to: target.checkpoint.size)
            pending = .diagnosis(resources)
            return resources.isEmpty ? diagnose([], resources) : [.fetch(resources)]
        }
        let verified = MirrorBatch(batch: batch, checkpoint: complete ? target : nil)
        pending = .commit(verified)
        return [.commit(verified)]
    }

    private mutating func diagnose(_ bodies: [[UInt8]?], _ resources: [LogResource]) -> [MirrorEffect] {
        guard let target else { return [] }
        let mine = Checkpoint(origin: origin.text, size: size, root: frontier.root)
        let range = "\(size)..<\(target.checkpoint.size)"
        switch TileProof.examine(mine, continuesTo: target.checkpoint, resources: resources, bodies: bodies) {
        case .continues:
            return halt(.init(.entriesAltered, "entries in \(range) do not hash to the signed root"), target.note)
        case .tilesInvalid(let detail):
            return halt(.init(.resourceInvalid, detail), target.note)
        case .differs(let prefix):
            // The origin is measured against what it proved, not against what it failed to prove.
            self.target = checkpoint
            let claim = "signed size \(target.checkpoint.size) does not continue size \(size)"
            let known = checkpoint.flatMap { $0.checkpoint.size == size ? $0 : nil }
            let evidence = known.flatMap { fork($0, target.note, prefix: prefix) }
            // What two signatures prove is not undone by showing one of the histories again.
            return halt(.init(evidence == nil ? .inconsistent : .forked, claim), target.note, evidence)
        }
    }

    private mutating func committed(_ batch: MirrorBatch) -> [MirrorEffect] {
        frontier = batch.batch.frontier
        return next()
    }
}
