import Foundation
import Testing

extension EndToEnd {
    /// The program ended, as by `kill -9`, at each moment between two of its effects (fault F1).
    @Suite struct FailPointTests {
        /// By the one who speaks, or by the one who mirrors and cosigns.
        private static let points: [(name: String, bySpeaker: Bool)] = [
            ("append-stored", true), ("append-signed", true), ("append-committed", true), ("append-remembered", true),
            ("mirror-stored", false), ("mirror-committed", false), ("witness-decided", false),
            ("witness-committed", false),
        ]

        @Test func nothingIsLostDoubledOrForkedAtAnyOfThem() async throws {
            let pair = try await SpeakingPair()
            try await pair.federation.start(pair.speaker, pair.listener)
            for point in Self.points {
                let node = point.bySpeaker ? pair.speaker : pair.listener
                try await node.stop()
                try await node.start("--fail-at", "\(point.name):2")
                if point.bySpeaker {
                    try await pair.say { $0.exitCode != 0 }
                } else {
                    try await pair.say { _ in node.hasEnded }
                }
                #expect(try await node.ended(within: .seconds(60)) == 128 + SIGKILL, "\(point.name): \(node.log)")
                try await node.start()
                try await pair.judge(point.name)
            }
            try await pair.federation.stop()
        }

        /// Every point that there is stands in the list above.
        @Test func everyPointIsTried() throws {
            let source = Run.text(ProgramUnderTest.file("Sources/NodeStore/Log/FailPoint.swift"))
            let names = source.matches(of: /case \w+ = "([a-z-]+)"/).map { String($0.1) }
            #expect(!names.isEmpty && names == Self.points.map(\.name))
        }
    }
}
