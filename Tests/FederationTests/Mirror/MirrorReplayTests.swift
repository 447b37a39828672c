import Federation
import TestSupport
import Testing
import TransparencyLog

/// Answers that come twice, late, or to another question, as a careless runtime or network could deliver them.
@Suite struct MirrorReplayTests {
    private static let size = 9000

    /// Whatever arrives in whatever order, what became durable is the beginning of the log, each entry once; and an
    /// orderly poll afterwards completes it.
    @Test(arguments: 1...12) func onlyTheLogItselfBecomesDurable(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let log = try ServedLog(size: Self.size)
        let notes = try [300, 4096, 4500, 8999, 9000].map { try log.note($0) }
        var mirror = log.mirror()
        var durable: [[UInt8]] = []
        var answers: [[[UInt8]?]] = [[]]
        for _ in 0..<120 {
            let event: MirrorEvent
            switch Int.random(in: 0..<5, using: &random) {
            case 0: event = .checkpoint(notes[Int.random(in: 0..<notes.count, using: &random)])
            case 1: event = .committed
            case 2: event = .fetched(answers[Int.random(in: 0..<answers.count, using: &random)])
            default: event = .fetched(answers[answers.count - 1])
            }
            var effects = mirror.handle(event)
            while !effects.isEmpty {
                switch effects.removeFirst() {
                case .fetch(let resources): answers.append(resources.map(log.body))
                case .commit(let batch):
                    durable += batch.batch.entries
                    effects += mirror.handle(.committed)
                case .level: break
                case .halt(let finding, _): #expect(!finding.isFinal, "seed \(seed): \(finding)")
                }
            }
            #expect(durable.count == mirror.size)
        }
        #expect(durable == (0..<mirror.size).map(log.entry), "seed \(seed)")
        var run = MirrorRun(mirror)
        #expect(try run.poll(log, at: Self.size) == .level, "seed \(seed)")
        #expect(run.mirror.frontier.root == log.root(Self.size))
    }
}
