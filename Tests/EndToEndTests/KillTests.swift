import Foundation
import Testing

extension EndToEnd {
    /// `kill -9` of any node at any moment: the story completes, nothing is lost, doubled or forked.
    @Suite struct KillTests {
        /// Kills per run, and the range of the pause before each, in milliseconds. The story alone takes a few seconds.
        @Test(arguments: [(1, 12, 50...400), (2, 25, 30...150), (3, 12, 100...700), (4, 40, 10...80)])
        func completesHoweverOftenItsNodesAreKilled(seed: UInt64, kills: Int, pause: ClosedRange<Int>) async throws {
            var random = SeededGenerator(seed: seed)
            let demo = try DemoRun(language: "en")
            var killed: [String] = []
            let began = ContinuousClock.now
            // The last act only prints and stops the nodes; a node killed there is a demonstration that failed to stop it.
            while killed.count < kills, demo.process.exitCode == nil, !demo.told.contains("The centre found both") {
                try await Task.sleep(for: .milliseconds(Int.random(in: pause, using: &random)))
                let code = TestFederation.codes[Int.random(in: 0..<3, using: &random)]
                guard let pid = demo.node(code), kill(pid, SIGKILL) == 0 else { continue }
                killed.append("\(code)@\((ContinuousClock.now - began) / .milliseconds(1))")
            }
            let code = try await demo.process.end(within: .seconds(240))
            print("kill -9: seed \(seed), \(killed.count) kills: \(killed.joined(separator: " "))")
            #expect(code == 0, "seed \(seed), killed \(killed): \(demo.told)\(demo.errors)")
            #expect(killed.count >= 4, "the story was over before it was disturbed")
            try await StoryRecord(folder: demo.folder).check()
        }
    }
}
