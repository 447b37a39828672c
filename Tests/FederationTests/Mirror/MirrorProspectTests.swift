import Federation
import Testing
import TransparencyLog

/// Fetching and hashing beside the verification of a checkpoint changes nothing of what is believed.
@Suite struct MirrorProspectTests {
    /// Takes a note through as a follower does, the first chunk before it is known whether the note holds.
    private func poll(
        _ mirror: inout Mirror, _ note: [UInt8], meanwhile: (inout Mirror) -> Void = { _ in },
        _ body: (LogResource) -> [UInt8]?
    ) throws -> (committed: [[UInt8]], asked: [LogResource], end: MirrorRun.End) {
        let prospect = try #require(mirror.prospect(note))
        let chunk = prospect.hashed(prospect.resources.map(body))
        let opened = prospect.opened()
        meanwhile(&mirror)
        var committed: [[UInt8]] = []
        var asked: [LogResource] = []
        var effects = mirror.handle(.opened(opened))
        while !effects.isEmpty {
            switch effects.removeFirst() {
            case .fetch(let resources):
                let isFirst = asked.isEmpty
                asked += resources
                if isFirst, resources == prospect.resources, let chunk {
                    effects += mirror.handle(.hashed(chunk))
                } else {
                    effects += mirror.handle(.fetched(resources.map(body)))
                }
            case .commit(let batch):
                committed += batch.batch.entries
                effects += mirror.handle(.committed)
            case .level: return (committed, asked, .level)
            case .halt(let finding, _): return (committed, asked, .halted(finding.code))
            }
        }
        return (committed, asked, .waiting)
    }

    @Test(arguments: [[1], [255, 256, 257], [300, 5000], [4096, 9000]])
    func comesToTheSameAsOneStepAfterTheOther(_ sizes: [Int]) throws {
        let log = try ServedLog(size: 9000)
        var mirror = log.mirror()
        var run = MirrorRun(log.mirror())
        var entries: [[UInt8]] = []
        for size in sizes {
            let polled = try poll(&mirror, try log.note(size), log.body)
            entries += polled.committed
            #expect(polled.end == .level)
            #expect(try run.poll(log, at: size) == .level)
            #expect(mirror.frontier == run.mirror.frontier && mirror.checkpoint == run.mirror.checkpoint)
        }
        #expect(entries == run.entries)
    }

    @Test func promisesOneChunkAtMostAndNothingThatIsNotNew() throws {
        let log = try ServedLog(size: 9000)
        var mirror = log.mirror()
        let all = try #require(mirror.prospect(try log.note(9000))).resources
        #expect(all.allSatisfy { $0.exists(inSize: 9000) })
        #expect(all.count { if case .entries = $0 { true } else { false } } == 16)
        _ = try poll(&mirror, try log.note(300), log.body)
        for note in [try log.note(300), try log.note(200), Array("no note".utf8)] {
            #expect(mirror.prospect(note)?.resources == [])
        }
        // The size that is claimed is a number of leaves, or nothing is worth fetching.
        let claim = "\(log.origin.text)\n9223372036854775807\n\(log.root(1).base64)\n\n— x AAAAAAAA\n"
        #expect(mirror.prospect(Array(claim.utf8))?.resources == [])
    }

    /// The right bytes under a note that does not verify: they are there, hashed, and nothing is taken.
    @Test func bytesUnderAFalseNoteAreNotTaken() throws {
        let log = try ServedLog(size: 600)
        var mirror = log.mirror()
        _ = try poll(&mirror, try log.note(300), log.body)
        let stranger = try TestKey(99).signer(log.origin.text)
        let checkpoint = Checkpoint(origin: log.origin.text, size: 600, root: log.root(600))
        var broken = try log.note(600)
        broken[broken.count - 5] ^= 1
        for note in [try log.note(signing: checkpoint, by: stranger), broken] {
            var tried = mirror
            let polled = try poll(&tried, note, log.body)
            #expect(polled.end == .halted(.checkpointInvalid))
            #expect(polled.committed.isEmpty && polled.asked.isEmpty)
            #expect(tried.size == 300 && tried.target == mirror.target && tried.checkpoint == mirror.checkpoint)
            // Standing still, it does not fetch what is not believed over and over.
            #expect(tried.prospect(note) == nil)
        }
    }

    /// Other keys have come into force between the verification and its use: it is done again under those.
    @Test func aVerdictUnderOtherKeysIsNotBelieved() throws {
        let log = try ServedLog(size: 40)
        let other = try TestKey(21).signer(log.origin.text)
        let note = try log.note(40)
        var mirror = log.mirror()
        let refused = try poll(&mirror, note, meanwhile: { $0.trust([other.verifier]) }, log.body)
        #expect(refused.end == .halted(.checkpointInvalid) && refused.committed.isEmpty)
        var demanding = log.mirror()
        let missing = try poll(
            &demanding, note, meanwhile: { $0.trust(NoteKeys([log.verifier], required: [.ed25519, .sm2])) }, log.body)
        #expect(missing.end == .halted(.checkpointInvalid) && missing.committed.isEmpty)
    }

    /// The chunk was hashed onto an edge that is no longer the mirror's: its bytes are hashed once more.
    @Test func aChunkHashedOntoAnotherEdgeIsHashedAgain() throws {
        let log = try ServedLog(size: 600)
        let stale = log.mirror()
        var mirror = log.mirror()
        _ = try poll(&mirror, try log.note(300), log.body)
        let note = try log.note(600)
        let old = try #require(stale.prospect(note))
        let bodies = try #require(mirror.prospect(note)).resources.map(log.body)
        let chunk = try #require(old.hashed(bodies))
        #expect(mirror.handle(.opened(old.opened())).count == 1)
        guard case .commit(let batch)? = mirror.handle(.hashed(chunk)).first else {
            Issue.record("nothing to commit")
            return
        }
        #expect(batch.batch.start == 300 && batch.batch.frontier.root == log.root(600))
    }

    @Test func alteredBytesUnderATrueNoteAreNotTaken() throws {
        let log = try ServedLog(size: 600)
        var mirror = log.mirror()
        let polled = try poll(&mirror, try log.note(600)) { resource in
            guard case .entries(1, _) = resource, var body = log.body(resource) else { return log.body(resource) }
            body[3] ^= 1
            return body
        }
        #expect(polled.end == .halted(.entriesAltered) && polled.committed.isEmpty)
    }
}
