import Federation
import Logging
import NodeStore
import TransparencyLog

/// Comparing what this node holds of a log with what others were shown.
extension Node {
    /// Takes the checkpoint that a peer's witness shows of a log. Returns whether the log and the witness signed it.
    ///
    /// What is compared may prove something against the log, so a line less does not keep it from being looked at:
    /// Ed25519 is enough here, whatever else is demanded where a cosignature speaks for a log.
    func sighted(_ origin: LogOrigin, _ note: [UInt8], by peer: Member) async throws -> Bool {
        guard
            case .success(let opened) = CosignedCheckpoint.open(
                note: note, origin: origin.text, keys: keys(of: origin),
                cosigners: docket.keys.cosigners(.witness, of: peer.node)
            ),
            !opened.word(of: Cosigner.witness.name(of: peer.node), required: KeyRegister.alwaysDemanded).isEmpty
        else {
            logger.warning(
                "a peer's witness shows what neither the log nor it has signed",
                metadata: ["event": "witness-answer-invalid", "log": "\(origin.text)", "peer": "\(peer.node.text)"])
            return false
        }
        try await keepSighting(opened.verified, of: origin, by: peer.node)
        try await review(origin)
        return true
    }

    private func keepSighting(_ shown: VerifiedCheckpoint, of origin: LogOrigin, by peer: NodeName) async throws {
        let place = WitnessWatch.Place(origin: origin, peer: peer)
        let former = try database.sightings(of: origin, by: peer, keys: keys).first
        switch former.map({ Sighting.compare(shown, with: $0.checkpoint) }) {
        case .contradicts(let contradiction): try await prove(contradiction, of: origin)
        case .incomparable:
            let (now, before) = (shown.checkpoint.size, former?.checkpoint.checkpoint.size ?? 0)
            if watch.wentBack.updateValue((now, before), forKey: place) == nil {
                logger.error(
                    "a peer's witness shows less than before",
                    metadata: [
                        "event": "witness-went-back", "log": "\(origin.text)", "peer": "\(peer.text)",
                        "detail": "size \(now) after \(before)",
                    ])
            }
        case .agrees: watch.wentBack[place] = nil
        case .ahead, nil:
            watch.wentBack[place] = nil
            try database.keep(Sighting(origin: origin, peer: peer, checkpoint: shown, since: clock.now))
        }
        let known = former?.checkpoint.checkpoint.size == shown.checkpoint.size
        let since = known ? former?.since ?? clock.now : clock.now
        let sighting = Sighting(origin: origin, peer: peer, checkpoint: shown, since: since)
        try loadPending()
        watch.pending?[place] = sighting
    }

    /// Compares again what was larger than anything held, of one log or of all.
    func review(_ origin: LogOrigin? = nil) async throws {
        try loadPending()
        let pending = (watch.pending ?? [:]).filter { origin == nil || $0.key.origin == origin }
        for (place, sighting) in pending.sorted(by: { ($0.key.origin, $0.key.peer) < ($1.key.origin, $1.key.peer) }) {
            if case .ahead? = try await examine(sighting.checkpoint, of: place.origin, from: place.peer) { continue }
            watch.pending?[place] = nil
        }
    }

    private func loadPending() throws {
        guard watch.pending == nil else { return }
        var pending: [WitnessWatch.Place: Sighting] = [:]
        for sighting in try database.sightings(keys: keys) {
            pending[WitnessWatch.Place(origin: sighting.origin, peer: sighting.peer)] = sighting
        }
        watch.pending = pending
    }

    /// Compares a checkpoint that a log's key has signed with everything held of that log. A contradiction is kept
    /// as evidence and freezes the log; a checkpoint of an own log that this node does not know goes to
    /// `ownLogSeen`. `nil`: nothing is held to compare with.
    @discardableResult
    func examine(
        _ shown: VerifiedCheckpoint, of origin: LogOrigin, from peer: NodeName
    ) async throws -> SightingVerdict? {
        let held = try verdict(on: shown, of: origin)
        var verdicts = [held].compactMap { $0 }
        if let record = try database.witnessed(origin),
            case .success(let seen) = VerifiedCheckpoint.open(
                note: record.note, origin: origin.text, keys: keys(of: origin))
        {
            verdicts.append(Sighting.compare(shown, with: seen))
        }
        // Every other sighting is compared with what is held, which this one agrees with.
        let isHeld = if case .agrees? = held { true } else { false }
        if !isHeld {
            for other in try database.sightings(of: origin, keys: keys) where other.peer != peer {
                verdicts.append(Sighting.compare(shown, with: other.checkpoint))
            }
        }
        for case .contradicts(let contradiction) in verdicts { try await prove(contradiction, of: origin) }
        if origin.node == member.node {
            switch held {
            case .ahead, .contradicts, nil:
                try await ownLogSeen(
                    origin, size: shown.checkpoint.size, root: shown.checkpoint.root, note: shown.note, peer: peer)
            case .agrees, .incomparable: break
            }
        }
        return verdicts.first { if case .contradicts = $0 { true } else { false } } ?? held
    }

    /// The signed checkpoint for which the log's open finding stands, when its tree was never shown: what came instead
    /// proves it or proves a second history.
    func doubtedCheckpoint(of origin: LogOrigin) throws -> VerifiedCheckpoint? {
        guard let note = try database.offendingNote(origin, .resourceInvalid) else { return nil }
        return try? VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys(of: origin)).get()
    }

    func verdict(on shown: VerifiedCheckpoint, of origin: LogOrigin) throws -> SightingVerdict? {
        guard let held = try newestCheckpoint(origin) else {
            // A log that is followed and has shown nothing yet.
            return contacts[origin].map { $0.absent ? nil : .ahead } ?? nil
        }
        return try database.read(origin) { try Sighting.compare(shown, with: held, $0) }
    }

    /// Keeps the evidence and freezes the mirror of the log, if there is one.
    private func prove(_ contradiction: Contradiction, of origin: LogOrigin) async throws {
        if try keepEvidence(contradiction, of: origin) {
            logger.error(
                "a log's key has signed two histories",
                metadata: ["event": "mirror-forked", "log": "\(origin.text)", "detail": "\(contradiction.detail)"])
        }
        // Also where the evidence was kept before: by a process that was stopped between the two, or of a log that was
        // not mirrored then.
        if let mirror = mirror(of: origin), mirror.finding?.isFinal != true {
            _ = try await self.mirror(origin, .contradicted(contradiction))
        }
    }
}
