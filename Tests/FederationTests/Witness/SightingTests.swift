import Federation
import Testing
import TransparencyLog

/// What a peer's witness shows, against what is held.
@Suite("sightings")
struct SightingTests {
    private let log: ServedLog
    private let fork: ServedLog

    init() throws {
        log = try ServedLog(size: 300)
        fork = try ServedLog(size: 300, branch: 150, salt: "!")
    }

    private func contradiction(_ verdict: SightingVerdict) -> Contradiction? {
        if case .contradicts(let contradiction) = verdict { contradiction } else { nil }
    }

    @Test("one history, seen at any size up to the held one")
    func agrees() throws {
        let held = try log.verified(300)
        for size in [0, 1, 128, 150, 299, 300] {
            guard case .agrees = try Sighting.compare(try log.verified(size), with: held, log) else {
                Issue.record("size \(size)")
                continue
            }
        }
        // Both branches are one up to where they part.
        guard case .agrees = try Sighting.compare(try fork.verified(150), with: held, log) else {
            Issue.record("before the branch")
            return
        }
    }

    @Test("a larger tree waits until this node has grown that far")
    func ahead() throws {
        guard case .ahead = try Sighting.compare(try fork.verified(300), with: try log.verified(200), log) else {
            Issue.record("not ahead")
            return
        }
    }

    @Test("every other root at a held size is proven to anyone", arguments: [151, 200, 256, 299, 300])
    func contradicts(size: Int) throws {
        let verdict = try Sighting.compare(try fork.verified(size), with: try log.verified(300), log)
        let found = try #require(contradiction(verdict))
        #expect((found.prefix == nil) == (size == 300))
        let evidence = try Evidence.fork(
            of: log.origin, key: log.verifier, found.held.note, found.shown.note,
            prefix: found.prefix.map { (root: $0.root, proof: $0.proof) }
        ).get()
        let proven = try Evidence.parse(evidence.bytes).get().examine().get()
        #expect(proven.size == size)
        #expect(proven.firstRoot != proven.secondRoot)
    }

    @Test("without entries only notes of one size say something about each other")
    func notesAlone() throws {
        #expect(contradiction(Sighting.compare(try fork.verified(200), with: try log.verified(200))) != nil)
        guard case .agrees = Sighting.compare(try fork.verified(100), with: try log.verified(100)),
            case .incomparable = Sighting.compare(try fork.verified(200), with: try log.verified(201)),
            case .ahead = Sighting.compare(try fork.verified(201), with: try log.verified(200))
        else {
            Issue.record("another verdict")
            return
        }
    }

    @Test("a mirror that is shown a contradiction freezes for good, whatever it was doing")
    func freezes() throws {
        let verdict = try Sighting.compare(try fork.verified(200), with: try log.verified(300), log)
        let found = try #require(contradiction(verdict))
        var run = MirrorRun(log.mirror())
        #expect(try run.poll(log, at: 200) == .level)
        var mirror = run.mirror
        _ = mirror.handle(.checkpoint(try log.note(300)))
        let effects = mirror.handle(.contradicted(found))
        guard case .halt(let finding, let note)? = effects.first else {
            Issue.record("not halted")
            return
        }
        #expect(finding.code == .forked && finding.isFinal)
        #expect(note == (try fork.note(200)))
        // Neither the answer on its way nor the honest history changes anything.
        #expect(mirror.handle(.fetched([])).isEmpty)
        for effect in mirror.handle(.checkpoint(try log.note(300))) {
            guard case .halt = effect else {
                Issue.record("goes on: \(effect)")
                continue
            }
        }
        #expect(mirror.size == 200)
    }
}
