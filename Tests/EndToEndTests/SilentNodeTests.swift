import Foundation
import Testing

extension EndToEnd {
    /// A process that holds its folder and does not answer.
    @Suite struct SilentNodeTests {
        @Test func theStoreIsShownInsteadMarkedAsOld() async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            try await node.start()
            try await node.register("a")
            node.signal(SIGSTOP)
            let status = try await Run.tongzhou(["status", "--config", node.config])
            let check = try await Run.tongzhou(["status", "--check", "--json", "--config", node.config])
            node.signal(SIGCONT)
            #expect(status.exitCode == 0 && status.output.contains("no answer"), "\(status)")
            #expect(
                status.output.contains("old state, newest entry of 20") && status.output.contains("RUN-02"), "\(status)"
            )
            #expect(status.output.contains("own logs: 3 entries"), "\(status)")
            #expect(check.exitCode == 7 && check.json["running"].flag == false, "\(check)")
            #expect(check.json["own_logs"].list.map { $0["size"].number } == [2, 1], "\(check)")
            // Awake again it is what it was.
            try await Eventually.holds("answers again") { try await node.done("status")["running"].flag == true }
            try await federation.stop()
        }
    }
}
