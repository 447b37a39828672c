import Federation
import Testing
import TransparencyLog

/// A log whose key changes while it is followed.
@Suite struct MirrorRotationTests {
    private func signer(_ log: ServedLog, _ byte: UInt8) throws -> NoteSigner {
        try TestKey(byte).signer(log.origin.text)
    }

    /// The checkpoint of `size` under the given keys; 7 is the key the log began with.
    private func note(_ log: ServedLog, _ size: Int, by keys: [UInt8]) throws -> [UInt8] {
        let body = Checkpoint(origin: log.origin.text, size: size, root: log.root(size)).body
        let lines = try keys.map { try signer(log, $0).sign(body) }
        return try #require(SignedNote(text: body, signatures: lines)).bytes
    }

    @Test func eitherKeyCountsFromThenOn() throws {
        let log = try ServedLog(size: 40)
        var run = MirrorRun(log.mirror())
        func poll(_ size: Int, by keys: [UInt8]) throws -> MirrorRun.End {
            run.poll(try note(log, size, by: keys)) { $0.map(log.body) }
        }
        #expect(try poll(10, by: [7]) == .level)
        // Two lines, one of a key nobody knows yet: followed, and the unknown line is not kept.
        #expect(try poll(20, by: [7, 21]) == .level)
        #expect(try run.mirror.checkpoint?.note == note(log, 20, by: [7]))
        #expect(try poll(21, by: [21]) == .halted(.checkpointInvalid))
        #expect(run.mirror.size == 20)
        var mirror = run.mirror
        mirror.trust([log.verifier, try signer(log, 21).verifier])
        run = MirrorRun(mirror)
        #expect(try poll(21, by: [21]) == .level)
        #expect(try poll(30, by: [7, 21]) == .level)
        #expect(try run.mirror.checkpoint?.note == note(log, 30, by: [7, 21]))
        #expect(try poll(31, by: [7]) == .level)
        #expect(try poll(40, by: [21]) == .level)
        #expect(run.mirror.frontier.root == log.root(40))
    }

    /// A good line does not make up for a bad one of a key that is known.
    @Test func everyLineOfAKnownKeyHasToHold() throws {
        let log = try ServedLog(size: 10)
        var mirror = log.mirror()
        mirror.trust([log.verifier, try signer(log, 21).verifier])
        let good = Checkpoint(origin: log.origin.text, size: 10, root: log.root(10)).body
        let other = Checkpoint(origin: log.origin.text, size: 9, root: log.root(9)).body
        for (first, second) in [(good, other), (other, good)] {
            let lines = [try signer(log, 7).sign(first), try signer(log, 21).sign(second)]
            let note = try #require(SignedNote(text: good, signatures: lines)).bytes
            var run = MirrorRun(mirror)
            #expect(run.poll(note) { $0.map(log.body) } == .halted(.checkpointInvalid))
            #expect(run.entries.isEmpty)
        }
    }
}
