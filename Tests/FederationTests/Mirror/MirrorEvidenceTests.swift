import Federation
import Testing
import TransparencyLog

/// What a halted mirror can prove to others.
@Suite struct MirrorEvidenceTests {
    /// A mirror of the first `size` entries, level with its checkpoint.
    private func level(_ log: ServedLog, _ size: Int) throws -> MirrorRun {
        MirrorRun(
            Mirror(
                origin: log.origin, verifier: log.verifier, frontier: log.frontier(size),
                checkpoint: try log.verified(size), finding: nil))
    }

    @Test func twoRootsOfOneSize() throws {
        let log = try ServedLog(size: 300)
        let twin = try ServedLog(size: 300, branch: 20, salt: "b")
        var run = try level(log, 300)
        #expect(try run.poll(twin, at: 300) == .halted(.forked))
        let fork = try #require(run.mirror.evidence).examine().get()
        #expect(fork.size == 300 && fork.secondSize == 300)
        let evidence = run.mirror.evidence?.bytes
        // Whatever is shown later, the proof stays.
        #expect(try run.poll(log, at: 300) == .halted(.forked))
        #expect(run.mirror.evidence?.bytes == evidence)
    }

    /// The fork is noticed against a checkpoint whose entries are still being fetched.
    @Test func twoRootsBeforeTheEntriesAreThere() throws {
        let log = try ServedLog(size: 5000)
        let twin = try ServedLog(size: 5000, branch: 4999, salt: "b")
        var run = MirrorRun(log.mirror())
        #expect(run.poll(try log.note(5000)) { _ in nil } == .waiting)
        #expect(try run.poll(twin, at: 5000) == .halted(.forked))
        #expect(try run.mirror.evidence?.examine().get().size == 5000)
    }

    /// Every pair of sizes around the borders of tiles.
    @Test func anotherHistoryThatIsLonger() throws {
        let sizes = [2, 3, 127, 128, 129, 255, 256, 257, 384, 511, 512, 513, 700]
        let log = try ServedLog(size: 700)
        let twin = try ServedLog(size: 700, branch: 1, salt: "b")
        for size in sizes {
            for longer in sizes where longer > size {
                var run = try level(log, size)
                #expect(try run.poll(twin, at: longer) == .halted(.forked))
                let fork = try #require(run.mirror.evidence, "\(size) \(longer)").examine().get()
                #expect(fork.size == size && fork.firstRoot == log.root(size))
                #expect(fork.secondSize == longer && fork.secondRoot == twin.root(size))
            }
        }
    }

    @Test func anotherHistoryBeyondTheThirdTileLevel() throws {
        let log = try ServedLog(size: 66_000)
        let twin = try ServedLog(size: 66_000, branch: 100, salt: "b")
        for (size, longer) in [(256, 66_000), (300, 65_536), (65_536, 65_537), (65_800, 66_000)] {
            var run = try level(log, size)
            #expect(try run.poll(twin, at: longer) == .halted(.forked))
            let fork = try #require(run.mirror.evidence, "\(size) \(longer)").examine().get()
            #expect(fork.secondRoot == twin.root(size))
        }
    }

    /// Halts that another cause can explain prove nothing about the key's holder.
    @Test func noEvidenceOtherwise() throws {
        let log = try ServedLog(size: 700)
        var run = try level(log, 300)
        #expect(try run.poll(log, at: 200) == .halted(.shrank))
        #expect(run.mirror.evidence == nil)
        #expect(run.poll(try log.note(700)) { $0.map { _ in nil } } == .halted(.resourceInvalid))
        #expect(run.mirror.evidence == nil)
        #expect(run.poll(Array("x".utf8)) { _ in nil } == .halted(.checkpointInvalid))
        #expect(run.mirror.evidence == nil)

        // Between two checkpoints there is no signature over what is held: nothing is proven, and it heals.
        run = MirrorRun(
            Mirror(
                origin: log.origin, verifier: log.verifier, frontier: log.frontier(300),
                checkpoint: try log.verified(200), finding: nil))
        let twin = try ServedLog(size: 700, branch: 1, salt: "b")
        #expect(try run.poll(twin, at: 700) == .halted(.inconsistent))
        #expect(run.mirror.evidence == nil)
        #expect(try run.poll(log, at: 700) == .level)
    }

    /// The branch that was held is no way back.
    @Test func whatIsProvenStaysProven() throws {
        let log = try ServedLog(size: 700)
        let twin = try ServedLog(size: 700, branch: 1, salt: "b")
        var run = try level(log, 300)
        #expect(try run.poll(twin, at: 700) == .halted(.forked))
        let evidence = try #require(run.mirror.evidence).bytes
        for size in [300, 700] {
            #expect(try run.poll(log, at: size) == .halted(.forked))
            #expect(run.mirror.size == 300 && run.mirror.evidence?.bytes == evidence)
        }
    }
}
