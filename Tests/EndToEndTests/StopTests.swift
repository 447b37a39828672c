import Foundation
import Testing

extension EndToEnd {
    /// SIGTERM ends a node in good order, whatever is going on.
    @Suite struct StopTests {
        @Test func endsWithinSecondsWhileRequestsAreParked() async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            try await federation.start(node, federation.hunan, federation.centre)
            for (round, signals) in [[SIGTERM], [SIGTERM, SIGTERM, SIGTERM], [SIGINT]].enumerated() {
                let readers = [federation.hunan, federation.centre]
                for reader in readers {
                    try await Eventually.holds("\(reader.code) follows \(node.code)") {
                        try await reader.peer("500000.tongzhou.test/youshui/1")["state"].text == "up_to_date"
                    }
                }
                // Who has read everything is parked on every log for 25 seconds, and on the one that has just grown not
                // before this moment.
                let began = ContinuousClock.now
                try await node.register("s\(round)")
                let size = try #require(try await node.ownSize("common"))
                for reader in readers { try await federation.mirrored("\(node.name)/common/1", size, at: reader) }
                try await Task.sleep(for: .milliseconds(500))
                for signal in signals {
                    node.signal(signal)
                    try await Task.sleep(for: .milliseconds(50))
                }
                // In debug builds, beside other tests; a parked request alone would last longer than this.
                let left = Duration.seconds(25) - (ContinuousClock.now - began)
                #expect(try await node.ended(within: left) == 0, "\(signals): \(node.log)")
                try await node.start()
            }
            try await federation.stop()
        }
    }
}
