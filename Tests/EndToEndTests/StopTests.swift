import Foundation
import Testing

extension EndToEnd {
    /// SIGTERM ends a node in good order, whatever is going on.
    @Suite struct StopTests {
        @Test func endsWithinSecondsWhileRequestsAreParked() async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            try await federation.start(node, federation.hunan, federation.centre)
            for signals in [[SIGTERM], [SIGTERM, SIGTERM, SIGTERM], [SIGINT]] {
                // Who has read everything is now parked on every log for up to 25 seconds.
                for reader in [federation.hunan, federation.centre] {
                    try await Eventually.holds("\(reader.code) follows \(node.code)") {
                        try await reader.peer("500000.tongzhou.test/youshui/1")["state"].text == "up_to_date"
                    }
                }
                try await Task.sleep(for: .milliseconds(500))
                for signal in signals {
                    node.signal(signal)
                    try await Task.sleep(for: .milliseconds(50))
                }
                // In debug builds, beside other tests; a parked request alone would last as long as this.
                #expect(try await node.ended(within: .seconds(20)) == 0, "\(signals): \(node.log)")
                try await node.start()
            }
            try await federation.stop()
        }
    }
}
