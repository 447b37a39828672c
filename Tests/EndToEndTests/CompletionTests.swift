import Foundation
import Testing

extension EndToEnd {
    /// What a shell is offered, asked the way the generated scripts ask.
    @Suite struct CompletionTests {
        private func offered(
            _ command: [String], after typed: [String] = [], _ word: String, _ argument: String, folder: String,
            environment: [String: String] = [:]
        ) async throws -> [String] {
            let words = command + typed
            let result = try await Run.tongzhou(
                ["---completion"] + command + ["--", argument, "\(words.count)", "\(word.utf8.count)"] + words + [word],
                environment: environment, folder: folder)
            #expect(result.exitCode == 0 && result.errors.isEmpty, "\(result)")
            return result.output.split(separator: "\n").map(String.init)
        }

        @Test func offersWhatTheNodeKnows() async throws {
            let federation = try await TestFederation()
            try await federation.start(federation.chongqing, federation.hunan)
            try await federation.agree()
            let home = federation.chongqing.folder
            #expect(
                try await offered(["check"], "", "--against", folder: home) == [
                    "100000.tongzhou.test", "430000.tongzhou.test",
                ])
            #expect(
                try await offered(["sections", "show"], "43", "positional@0", folder: home) == ["430000-liye"])
            #expect(try await offered(["sections", "show"], "5", "positional@0", folder: home).isEmpty)
            #expect(
                try await offered(["agreements", "show"], "", "positional@0", folder: home) == ["youshui-2019"])
            #expect(try await offered(["explain"], after: ["youshui-2019"], "", "positional@1", folder: home).isEmpty)
            try await federation.chongqing.done(
                "import", ProgramUnderTest.file("docs/demo/liye-2021-04.csv"), "--year", "2021")
            try await Eventually.holds("the month that has readings") {
                try await offered(["explain"], after: ["youshui-2019"], "2021", "positional@1", folder: home) == [
                    "2021-04"
                ]
            }
            #expect(
                try await offered(["explain"], after: ["youshui-2019"], "2022", "positional@1", folder: home).isEmpty)
            // What stands in for the file's values does so here as well.
            let few = federation.scratch("few")
            try FileManager.default.createDirectory(atPath: few, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                atPath: federation.scratch("peers/430000.tongzhou.test.yaml"), toPath: few + "/430000.yaml")
            let environment = ["TONGZHOU_PEERS": few, "TONGZHOU_LISTEN_PORT": "1"]
            #expect(
                try await offered(["check"], "", "--against", folder: home, environment: environment) == [
                    "430000.tongzhou.test"
                ])
            let elsewhere = federation.scratch("nowhere")
            try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
            #expect(try await offered(["sections", "show"], "", "positional@0", folder: elsewhere).isEmpty)
            try await federation.stop()
        }
    }
}
