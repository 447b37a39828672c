import Foundation
import Testing

extension EndToEnd {
    /// SIGTERM ends a node in good order, whatever is going on.
    @Suite struct StopTests {
        @Test(arguments: [[SIGTERM], [SIGTERM, SIGTERM, SIGTERM], [SIGINT]])
        func endsWithinSecondsWhileRequestsAreParked(signals: [Int32]) async throws {
            let federation = try await TestFederation()
            try await federation.start(federation.chongqing, federation.hunan, federation.centre)
            // Both followers have read everything, so each is now parked on every log for up to 25 seconds.
            for node in [federation.hunan, federation.centre] {
                try await federation.mirrored("500000.tongzhou.test/youshui/1", 1, at: node)
            }
            try await Task.sleep(for: .seconds(1))
            for signal in signals {
                federation.chongqing.signal(signal)
                try await Task.sleep(for: .milliseconds(50))
            }
            #expect(try await federation.chongqing.ended(within: .seconds(5)) == 0)
            try await federation.chongqing.start()
            try await federation.stop()
        }
    }
}
