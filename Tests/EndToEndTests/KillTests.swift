import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// `kill -9` of any node at any moment: the story completes, nothing is lost, doubled or forked.
    @Suite struct KillTests {
        /// Kills at most, and the range of the pause before each, in milliseconds. The story alone takes a few seconds:
        /// one run disturbs its beginning, over and over, the other all of it.
        @Test(arguments: [(1, 40, 10...80), (2, 25, 100...700)])
        func completesHoweverOftenItsNodesAreKilled(seed: UInt64, kills: Int, pause: ClosedRange<Int>) async throws {
            var random = SeededGenerator(seed: seed)
            try await tell(seed, kills) { _ in
                try await Task.sleep(for: .milliseconds(Int.random(in: pause, using: &random)))
                return TestFederation.codes[Int.random(in: 0..<3, using: &random)]
            }
        }

        /// The moments that matter: a node has just made something durable, and others are just being told.
        @Test(arguments: [3, 4])
        func completesWhenNodesAreKilledRightAfterTheySpoke(seed: UInt64) async throws {
            var random = SeededGenerator(seed: seed)
            var seen: [String: UInt64] = [:]
            try await tell(seed, 30) { demo in
                for code in TestFederation.codes {
                    let size = Self.written("\(demo.folder)/\(code)/log.sqlite-wal")
                    defer { seen[code] = size }
                    guard let before = seen[code], size > before else { continue }
                    try await Task.sleep(for: .milliseconds(Int.random(in: 0...30, using: &random)))
                    // The one that spoke, or one that listened.
                    return Bool.random(using: &random)
                        ? code : TestFederation.codes[Int.random(in: 0..<3, using: &random)]
                }
                try await Task.sleep(for: .milliseconds(2))
                return nil
            }
        }

        /// Whoever speaks and whoever mirrors, killed while one says things as fast as it can. `TONGZHOU_KILLS` sets how
        /// often: a thousand times and more at night.
        @Test func nothingAcknowledgedIsLostHoweverOftenBothAreKilled() async throws {
            let kills = ProcessInfo.processInfo.environment["TONGZHOU_KILLS"].flatMap { Int($0) } ?? 6
            var random = SeededGenerator(seed: 5)
            let pair = try await SpeakingPair()
            try await pair.federation.start(pair.speaker, pair.listener)
            for kill in 1...kills {
                let victim = Bool.random(using: &random) ? pair.speaker : pair.listener
                let pause = Duration.milliseconds(Int.random(in: 0...400, using: &random))
                let killing = Task {
                    try await Task.sleep(for: pause)
                    victim.signal(SIGKILL)
                }
                try await pair.say { _ in victim.hasEnded }
                try await killing.value
                #expect(try await victim.ended(within: .seconds(60)) == 128 + SIGKILL)
                try await victim.start()
                // Reading everything again takes as long as everything; at the latest at the end.
                guard kill % 50 == 0 || kill == kills else { continue }
                try await pair.judge("kill \(kill)")
                print("kill -9: \(kill) kills, \(pair.acknowledged.count) acknowledged")
                fflush(nil)
            }
            try await pair.federation.stop()
        }

        private static func written(_ path: String) -> UInt64 {
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return (attributes?[.size] as? NSNumber)?.uint64Value ?? 0
        }

        /// Runs the demonstration and kills the nodes that `next` names, until it has run its course.
        private func tell(
            _ seed: UInt64, _ kills: Int, _ next: (DemoRun) async throws -> String?
        ) async throws {
            let demo = try DemoRun(language: "en")
            var killed: [String] = []
            let began = ContinuousClock.now
            // The last act only prints and stops the nodes; a node killed there is one that did not stop in good order.
            func isUnderWay() -> Bool { demo.process.exitCode == nil && !demo.told.contains("The centre found both") }
            while killed.count < kills, isUnderWay() {
                guard let code = try await next(demo), isUnderWay(), let pid = demo.node(code), kill(pid, SIGKILL) == 0
                else { continue }
                killed.append("\(code)@\(Int((ContinuousClock.now - began) / .milliseconds(1)))")
            }
            let code = try await demo.process.end(within: .seconds(1800))
            print("kill -9: seed \(seed), \(killed.count) kills at milliseconds: \(killed.joined(separator: " "))")
            #expect(code == 0, "seed \(seed), killed \(killed): \(demo.told)\(demo.errors)")
            #expect(killed.count >= 4, "the story was over before it was disturbed")
            try await StoryRecord(folder: demo.folder).check()
        }
    }
}
