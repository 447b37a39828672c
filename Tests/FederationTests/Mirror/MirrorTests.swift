import Federation
import Testing
import TransparencyLog

@Suite struct MirrorTests {
    @Test(arguments: [
        [1], [255], [256], [257], [5000], [1, 255, 256, 257, 5000], [0, 3, 3, 258, 4095, 4097], [4096, 4999, 5000],
    ])
    func followsInUnevenSteps(_ sizes: [Int]) throws {
        let log = try ServedLog(size: 5000)
        var run = MirrorRun(log.mirror())
        for size in sizes {
            #expect(try run.poll(log, at: size) == .level)
            #expect(run.mirror.size == size)
            #expect(run.mirror.frontier.root == log.root(size))
            #expect(run.mirror.checkpoint?.checkpoint.size == size)
            #expect(run.entries == (0..<size).map(log.entry))
        }
    }

    /// Every size from every size, over the first tile border and across it.
    @Test func followsFromAnySizeToAny() throws {
        let log = try ServedLog(size: 520)
        for start in [0, 1, 2, 3, 127, 128, 255, 256, 257, 511, 512] {
            for end in [start, start + 1, start + 7, 520] where end <= 520 {
                var run = MirrorRun(
                    Mirror(
                        origin: log.origin, verifier: log.verifier, frontier: log.frontier(start),
                        checkpoint: start == 0 ? nil : try log.verified(start), finding: nil))
                #expect(try run.poll(log, at: end) == .level)
                #expect(run.entries == (start..<end).map(log.entry))
            }
        }
    }

    /// Nothing is asked for that the verified checkpoint does not imply (C2SP tlog-tiles).
    @Test func asksOnlyForWhatTheCheckpointImplies() throws {
        let log = try ServedLog(size: 9000)
        var run = MirrorRun(log.mirror())
        for size in [300, 9000] {
            let end = run.poll(try log.note(size)) { resources in
                #expect(Set(resources).count == resources.count)
                #expect(resources.allSatisfy { $0.exists(inSize: size) && $0 != .checkpoint })
                return resources.map(log.body)
            }
            #expect(end == .level)
        }
        // 300 in one request; 9000 from entry 300 on: bundles 1…16, 17…32, 33…35.
        #expect(run.requests == 4)
    }

    /// However many bundles arrive before it is enough, every entry becomes durable once, under the same proofs.
    @Test(arguments: [1, 2, 15, 16, 40]) func aChunkMayEndEarly(_ most: Int) throws {
        let log = try ServedLog(size: 9000)
        var mirror = log.mirror()
        var entries: [[UInt8]] = []
        var largest = 0
        for size in [300, 9000] {
            var effects = mirror.handle(.checkpoint(try log.note(size)))
            while !effects.isEmpty {
                switch effects.removeFirst() {
                case .fetch(let resources):
                    #expect(resources.allSatisfy { $0.exists(inSize: size) })
                    let bundles = resources.prefix { if case .entries = $0 { true } else { false } }
                    effects +=
                        bundles.count > most
                        ? mirror.handle(.fetchedPart(bundles.prefix(most).map(log.body)))
                        : mirror.handle(.fetched(resources.map(log.body)))
                case .commit(let batch):
                    entries += batch.batch.entries
                    largest = max(largest, batch.batch.entries.count)
                    effects += mirror.handle(.committed)
                case .level: break
                case .halt(let finding, _): Issue.record("\(finding)")
                }
            }
            #expect(mirror.size == size && mirror.checkpoint?.checkpoint.size == size)
        }
        #expect(entries == (0..<9000).map(log.entry))
        #expect(largest <= min(most, 16) * 256)
    }

    /// A part that does not fit halts like the whole.
    @Test func aPartIsBelievedNoMoreThanTheWhole() throws {
        let log = try ServedLog(size: 9000)
        let twin = try ServedLog(size: 9000, branch: 400, salt: "b")
        for (first, expected) in [(twin, MirrorFinding.Code.entriesAltered), (log, .resourceInvalid)] {
            var mirror = log.mirror()
            guard case .fetch(let resources)? = mirror.handle(.checkpoint(try log.note(9000))).first else { return }
            let part = mirror.handle(.fetchedPart(resources.prefix(2).map(first.body)))
            guard case .fetch(let tiles)? = part.first else { return }
            let bodies = tiles.map { expected == .resourceInvalid ? nil : log.body($0) }
            var effects = mirror.handle(.fetched(bodies))
            while case .fetch(let proofs)? = effects.first { effects = mirror.handle(.fetched(proofs.map(log.body))) }
            #expect(mirror.finding?.code == expected && mirror.size == 0)
        }
    }

    @Test func goesOnAfterALostAnswer() throws {
        let log = try ServedLog(size: 9000)
        for lost in 1...3 {
            var run = MirrorRun(log.mirror())
            var request = 0
            let end = run.poll(try log.note(9000)) { resources in
                request += 1
                return request == lost ? nil : resources.map(log.body)
            }
            #expect(end == .waiting)
            #expect(run.mirror.size == (lost - 1) * 4096)
            #expect(run.mirror.checkpoint == nil)
            #expect(run.mirror.finding == nil)
            #expect(try run.poll(log, at: 9000) == .level)
            #expect(run.entries == (0..<9000).map(log.entry))
        }
    }

    @Test func answersNobodyWaitsForChangeNothing() throws {
        let log = try ServedLog(size: 300)
        var mirror = log.mirror()
        #expect(mirror.handle(.fetched([])).isEmpty)
        #expect(mirror.handle(.committed).isEmpty)
        #expect(mirror.size == 0)
        var run = MirrorRun(mirror)
        #expect(try run.poll(log, at: 300) == .level)
        mirror = run.mirror
        #expect(mirror.handle(.fetched([nil])).isEmpty)
        #expect(mirror.handle(.committed).isEmpty)
        #expect(mirror.size == 300)
    }

    /// Restarted in the midst of catching up: more is stored than the last kept checkpoint says.
    @Test func restartInTheMidst() throws {
        let log = try ServedLog(size: 9000)
        func restarted(_ checkpoint: VerifiedCheckpoint?) -> MirrorRun {
            MirrorRun(
                Mirror(
                    origin: log.origin, verifier: log.verifier, frontier: log.frontier(4096), checkpoint: checkpoint,
                    finding: nil))
        }
        for checkpoint in [nil, try log.verified(300)] {
            var run = restarted(checkpoint)
            #expect(try run.poll(log, at: 9000) == .level)
            #expect(run.entries == (4096..<9000).map(log.entry))

            // The origin shows less than it has proven before: a replayed checkpoint, or a restored backup.
            run = restarted(checkpoint)
            for smaller in [301, 2000, 4095] {
                #expect(try run.poll(log, at: smaller) == .halted(.shrank))
                #expect(run.mirror.size == 4096)
            }
            #expect(try run.poll(log, at: 4096) == .level)

            run = restarted(checkpoint)
            let twin = try ServedLog(size: 4096, branch: 400, salt: "b")
            #expect(try run.poll(twin, at: 4096) == .halted(.inconsistent))
        }
    }
}
