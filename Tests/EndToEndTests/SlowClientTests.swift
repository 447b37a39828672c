import Foundation
import Testing

extension EndToEnd {
    /// Slow, endless and silent clients at the listener for members, silent ones at those of monitoring and of the
    /// stations, all at once, while a neighbour is served (faults F9 to F11). The node has no more file descriptors
    /// than a service usually has.
    @Suite struct SlowClientTests {
        private static let kinds = ["idle", "handshake", "headers", "body", "endless", "gzip", "flood"]

        @Test func neighboursAreServedWhateverOthersDo() async throws {
            let federation = try await TestFederation()
            let (node, neighbour, member) = (federation.chongqing, federation.hunan, federation.centre)
            let (monitoring, stations) = (try LoopbackPort.free(), try LoopbackPort.free())
            let text =
                Run.text(node.config)
                + "operations: {listen: \"127.0.0.1:\(monitoring)\"}\nintake: {listen: \"127.0.0.1:\(stations)\"}\n"
            try text.write(toFile: node.config, atomically: true, encoding: .utf8)
            node.tracer = ["prlimit", "--nofile=1024:1024"]
            try await federation.start(node, neighbour)

            let judge = ProgramUnderTest.file("Tests/EndToEndTests/Judges/slow_clients.py")
            let identity = [federation.authority, federation.certificate(member), federation.key(member), node.name]
            let targets = Self.kinds.map { ($0, node.port) } + [("idle", monitoring), ("idle", stations)]
            let attackers = try targets.enumerated().map { place, target in
                try ChildProcess(
                    "python3", [judge, target.0, "\(target.1)"] + identity,
                    output: federation.scratch("client-\(place)"),
                    errors: federation.scratch("client-\(place).err"))
            }
            func told(_ place: Int) -> String { Run.text(federation.scratch("client-\(place)")) }
            func numbers(_ place: Int) -> [Int] {
                told(place).split(separator: "\n").last?.split(separator: " ").compactMap { Int($0) } ?? []
            }
            for (place, target) in targets.enumerated() {
                try await Eventually.holds(
                    "\(target) has begun: \(Run.text(federation.scratch("client-\(place).err")))"
                ) {
                    numbers(place).first ?? 0 > 0
                }
            }
            try await Eventually.holds("the crowd is noticed") { node.log.contains(" connections-crowded ") }

            for number in 1...3 { try await node.register("s\(number)") }
            let size = try await node.ownSize("common") ?? 0
            try await federation.mirrored("\(node.name)/common/1", size, at: neighbour)
            // Who comes anew gets in as well.
            try await neighbour.stop()
            try await node.register("s4")
            try await neighbour.start()
            try await federation.mirrored("\(node.name)/common/1", size + 1, at: neighbour)
            #expect(try await node.command("status").json["running"].flag == true)

            for (place, attacker) in attackers.enumerated() {
                #expect(attacker.exitCode == nil, "\(targets[place]) gave up: \(told(place))")
                attacker.send(SIGKILL)
            }
            let peak = node.peakMemory
            print(
                "slow clients: \(targets.indices.compactMap { told($0).split(separator: "\n").last }), at most \(peak / 1024) MiB"
            )
            #expect(peak > 0 && peak < 512 << 10, "\(peak) KiB")
            let record = try FederationRecord([node.folder, neighbour.folder])
            try record.isOneHistory()
            try await record.isSound()
            try await federation.stop()
        }

        /// More connections at a time than the node has file descriptors for, none of which says a word: ten thousand at
        /// night. How long a member waits for an answer on a new connection is printed, with the memory.
        @Test func aMemberIsAnsweredBesideACrowdThatSaysNothing() async throws {
            let crowd = ProcessInfo.processInfo.environment["TONGZHOU_NIGHTLY"] != nil ? 10_000 : 1_500
            let federation = try await TestFederation()
            let (node, neighbour) = (federation.chongqing, federation.hunan)
            node.tracer = ["prlimit", "--nofile=1024:1024"]
            try await federation.start(node, neighbour)
            let judge = ProgramUnderTest.file("Tests/EndToEndTests/Judges/slow_clients.py")
            let attacker = try ChildProcess(
                "python3", [judge, "crowd:\(crowd)", "\(node.port)"], output: federation.scratch("crowd"),
                errors: federation.scratch("crowd.err"))
            defer { attacker.send(SIGKILL) }
            func told() -> String {
                Run.text(federation.scratch("crowd")).split(separator: "\n").last.map(String.init) ?? ""
            }
            try await Eventually.holds(
                "all have come: \(Run.text(federation.scratch("crowd.err")))", within: .seconds(300)
            ) {
                told().firstMatch(of: /opened (\d+)/).flatMap { Int($0.1) } ?? 0 >= crowd
            }
            var waits: [Duration] = []
            let stranger = Stranger(scratch: federation.scratch)
            for _ in 0..<20 {
                let began = ContinuousClock.now
                let answer = try await stranger.curl(
                    node, "/log/common/1/checkpoint", trusting: federation.authority, "--cert",
                    federation.certificate(neighbour), "--key", federation.key(neighbour))
                waits.append(ContinuousClock.now - began)
                #expect(answer.output.hasPrefix("HTTP/1.1 200"), "\(told()): \(answer)")
            }
            try await node.register("beside")
            try await federation.mirrored("\(node.name)/common/1", try await node.ownSize("common") ?? 0, at: neighbour)
            let peak = node.peakMemory
            waits.sort()
            print(
                "a crowd of \(crowd): \(told()); answers in \(waits[10]), at most \(waits[19]); at most \(peak / 1024) MiB"
            )
            #expect(attacker.exitCode == nil && peak > 0 && peak < 512 << 10, "\(peak) KiB")
            try await federation.stop()
        }
    }
}
