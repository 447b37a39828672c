import Federation
import Testing
import TransparencyLog

/// What origins, disks and middlemen can serve instead of the truth. Nothing of it is taken; the finding names it;
/// and when the truth is served again the mirror goes on.
@Suite struct MirrorFaultTests {
    /// A change of one served resource; `nil` when it does not concern that resource.
    struct Fault: CustomTestStringConvertible {
        let testDescription: String
        let expected: MirrorFinding.Code
        let from: Int
        let to: Int
        let alter: @Sendable (LogResource, [UInt8]) -> [UInt8]??

        init(
            _ name: String, _ expected: MirrorFinding.Code, from: Int = 300, to: Int = 600,
            _ alter: @escaping @Sendable (LogResource, [UInt8]) -> [UInt8]??
        ) {
            testDescription = name
            self.expected = expected
            self.from = from
            self.to = to
            self.alter = alter
        }
    }

    private static func bundle(
        _ number: Int, _ change: @escaping @Sendable (inout [UInt8]) -> Void
    ) -> @Sendable (LogResource, [UInt8]) -> [UInt8]?? {
        { resource, body in
            guard case .entries(let index, _) = resource, index == number else { return nil }
            var changed = body
            change(&changed)
            return changed
        }
    }

    private static func tile(
        _ change: @escaping @Sendable (Int, inout [UInt8]) -> Void
    ) -> @Sendable (LogResource, [UInt8]) -> [UInt8]?? {
        { resource, body in
            guard case .tile(let level, _, _) = resource else { return nil }
            var changed = body
            change(level, &changed)
            return changed
        }
    }

    private static let missing: @Sendable (LogResource, [UInt8]) -> [UInt8]?? = { resource, _ in
        guard case .entries(let index, _) = resource, index == 1 else { return nil }
        return .some(nil)
    }

    private static let missingTiles: @Sendable (LogResource, [UInt8]) -> [UInt8]?? = { resource, _ in
        guard case .tile = resource else { return nil }
        return .some(nil)
    }

    /// The entries of a bundle in another order, lengths and all.
    private static func swapped(_ body: [UInt8]) -> [UInt8] {
        guard case .success(var ranges) = EntryBundle.ranges(in: body, count: 88) else { return [] }
        ranges.swapAt(80, 81)
        return ranges.flatMap { range in body[(range.lowerBound - 2)..<range.upperBound] }
    }

    static let faults = [
        Fault("changed byte", .entriesAltered, bundle(2) { $0[$0.count - 1] ^= 1 }),
        Fault("changed byte, first poll", .entriesAltered, from: 0, bundle(0) { $0[3] ^= 1 }),
        Fault("changed byte in the stretch of many chunks", .entriesAltered, to: 9000, bundle(5) { $0[9] ^= 1 }),
        Fault("changed byte, many chunks, first poll", .entriesAltered, from: 0, to: 9000, bundle(5) { $0[9] ^= 1 }),
        Fault("swapped entries", .entriesAltered, bundle(2) { $0 = swapped($0) }),
        Fault(
            "another bundle in its place", .entriesAltered, to: 9000,
            { resource, _ in
                guard case .entries(7, _) = resource, let log = try? ServedLog(size: 9000) else { return nil }
                return log.body(.entries(index: 8, width: 256))
            }),
        Fault("truncated bundle", .resourceInvalid, bundle(2) { $0.removeLast() }),
        Fault("bundle without its last entry", .resourceInvalid, bundle(2) { $0.removeLast(11) }),
        Fault("trailing byte", .resourceInvalid, bundle(2) { $0.append(0) }),
        Fault("an entry too many", .resourceInvalid, bundle(2) { $0 += [0, 1, 65] }),
        Fault("empty bundle", .resourceInvalid, bundle(1) { $0 = [] }),
        Fault("missing bundle", .resourceInvalid, missing),
        Fault("missing tiles", .resourceInvalid, to: 9000, missingTiles),
        Fault("missing tiles, first poll", .resourceInvalid, from: 0, to: 9000, missingTiles),
        Fault("truncated tiles", .resourceInvalid, to: 9000, tile { _, body in body.removeLast(32) }),
        Fault("tile of no hashes", .resourceInvalid, to: 9000, tile { _, body in body = [] }),
        Fault("trailing byte in tiles", .resourceInvalid, to: 9000, tile { _, body in body.append(0) }),
        Fault("wrong leaf tile", .resourceInvalid, to: 9000, tile { level, body in if level == 0 { body[40] ^= 1 } }),
        Fault("wrong tile above", .resourceInvalid, to: 9000, tile { level, body in if level == 1 { body[0] ^= 1 } }),
        Fault("wrong tiles, first poll", .resourceInvalid, from: 0, to: 9000, tile { _, body in body[0] ^= 1 }),
        Fault(
            "wrong bundle and wrong tiles", .resourceInvalid,
            { resource, body in
                var changed = body
                changed[changed.count - 1] ^= 1
                return changed
            }),
    ]

    @Test(arguments: faults)
    func nothingUnprovenIsTaken(_ fault: Fault) throws {
        let log = try ServedLog(size: 9000)
        var run = MirrorRun(log.mirror())
        if fault.from > 0 { _ = try run.poll(log, at: fault.from) }
        let before = run
        let end = run.poll(try log.note(fault.to)) { resources in
            resources.map { resource in
                let body = log.body(resource)
                return body.flatMap { fault.alter(resource, $0) } ?? body
            }
        }
        #expect(end == .halted(fault.expected))
        #expect(run.mirror.finding?.code == fault.expected)
        #expect(run.mirror.size == fault.from)
        #expect(run.mirror.frontier == before.mirror.frontier)
        #expect(run.mirror.checkpoint == before.mirror.checkpoint)
        #expect(run.entries == before.entries)
        // Halted it stays while the fault lasts, and goes on when the origin is repaired.
        #expect(run.poll(try log.note(fault.to)) { $0.map { _ in nil } } == .halted(.resourceInvalid))
        #expect(try run.poll(log, at: fault.to) == .level)
        #expect(run.mirror.finding == nil)
        #expect(run.entries == (0..<fault.to).map(log.entry))
    }

    @Test func tooFewOrTooManyAnswers() throws {
        let log = try ServedLog(size: 9000)
        for change in [{ $0.dropLast() + [] }, { $0 + [nil] }, { _ in [] }] as [([[UInt8]?]) -> [[UInt8]?]] {
            var run = MirrorRun(log.mirror())
            #expect(run.poll(try log.note(9000)) { change($0.map(log.body)) } == .halted(.resourceInvalid))
            #expect(run.mirror.size == 0)
        }
    }

    @Test func checkpointsThatAreNotThisLogs() throws {
        let log = try ServedLog(size: 600)
        let stranger = try #require(NoteSigner(name: log.origin.text, privateKey: Array(repeating: 8, count: 32)))
        let good = Checkpoint(origin: log.origin.text, size: 600, root: log.root(600))
        let elsewhere = Checkpoint(origin: "500000.tongzhou.test/common/1", size: 600, root: log.root(600))
        var signatureChanged = try log.note(600)
        // Within the base64 of the signature, behind key name and key hash.
        let place = signatureChanged.count - 20
        signatureChanged[place] = signatureChanged[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        var sizeChanged = try log.note(600)
        let digit = try #require(sizeChanged.firstIndex(of: UInt8(ascii: "6")))
        sizeChanged[digit] = UInt8(ascii: "5")
        for note in [
            signatureChanged, sizeChanged, try log.note(signing: good, by: stranger), try log.note(signing: elsewhere),
            Array(good.body.utf8), [], Array("<html>502</html>".utf8), Array(repeating: 0x41, count: 200_000),
        ] {
            var run = MirrorRun(log.mirror())
            _ = try run.poll(log, at: 300)
            #expect(run.poll(note) { $0.map(log.body) } == .halted(.checkpointInvalid))
            #expect(run.mirror.size == 300)
            #expect(run.mirror.target?.checkpoint.size == 300)
            #expect(try run.poll(log, at: 300) == .level)
            #expect(try run.poll(log, at: 600) == .level)
        }
    }

    @Test func shorterSignedLog() throws {
        let log = try ServedLog(size: 600)
        var run = MirrorRun(log.mirror())
        _ = try run.poll(log, at: 500)
        for size in [499, 1, 0] {
            #expect(try run.poll(log, at: size) == .halted(.shrank))
            #expect(run.mirror.size == 500)
            #expect(run.mirror.checkpoint?.checkpoint.size == 500)
        }
        #expect(try run.poll(log, at: 500) == .level)
        #expect(try run.poll(log, at: 600) == .level)
    }

    @Test func secondHistoryOfOneSizeIsFinal() throws {
        let log = try ServedLog(size: 600)
        let twin = try ServedLog(size: 600, branch: 299, salt: "b")
        var run = MirrorRun(log.mirror())
        _ = try run.poll(log, at: 300)
        #expect(try run.poll(twin, at: 300) == .halted(.forked))
        // Waiting does not heal two signatures, whichever history is shown.
        for size in [300, 600] {
            #expect(try run.poll(log, at: size) == .halted(.forked))
            #expect(try run.poll(twin, at: size) == .halted(.forked))
        }
        #expect(run.mirror.size == 300)
        #expect(run.mirror.frontier.root == log.root(300))
        // Nor does a restart.
        var restarted = MirrorRun(
            Mirror(
                origin: log.origin, verifier: log.verifier, frontier: log.frontier(300),
                checkpoint: try log.verified(300), finding: run.mirror.finding))
        #expect(try restarted.poll(log, at: 600) == .halted(.forked))
    }

    @Test(arguments: [(300, 600), (256, 600), (1, 2), (300, 9000), (4096, 9000)])
    func secondHistoryThatIsLarger(_ from: Int, _ to: Int) throws {
        let log = try ServedLog(size: 9000)
        let twin = try ServedLog(size: 9000, branch: from - 1, salt: "b")
        var run = MirrorRun(log.mirror())
        _ = try run.poll(log, at: from)
        for _ in 0..<2 {
            #expect(try run.poll(twin, at: to) == .halted(.forked))
            #expect(run.mirror.size == from)
            #expect(run.mirror.checkpoint?.checkpoint.size == from)
            #expect(run.mirror.frontier.root == log.root(from))
        }
        // Two notes of this key contradict: showing the first branch again takes neither back.
        for size in [from, to] { #expect(try run.poll(log, at: size) == .halted(.forked)) }
        #expect(run.entries == (0..<from).map(log.entry))
    }
}
