import Foundation
import Testing

extension EndToEnd {
    /// `status --watch` before an operator: on a real pseudo terminal, drawn in place, ended with Ctrl-C.
    @Suite struct WatchTests {
        @Test(arguments: [(24, 80), (40, 120)])
        func theScreenIsDrawnInPlace(rows: Int, columns: Int) async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            try await federation.start(node, federation.hunan)
            let out = federation.scratch("out")
            let process = try ChildProcess(
                ProgramUnderTest.file(".build-venv/bin/python3"),
                [
                    ProgramUnderTest.file("Tests/EndToEndTests/Judges/watch_terminal.py"), "\(rows)", "\(columns)",
                    "own logs: 3 entries", ProgramUnderTest.path, "status", "--watch", "--config", node.config,
                ], environment: ["TONGZHOU_LANG": "en"], output: out, errors: federation.scratch("err"))
            try await Eventually.holds("a first screen") { Run.text(out).contains("drawn") }
            try await node.register("seen")
            #expect(try await process.end(within: .seconds(150)) == 0)
            let answer = JSONAnswer(Run.text(out).replacing("drawn\n", with: ""))
            #expect(answer["code"].number == 130, "\(answer)")
            let screens = answer["sent"].text.components(separatedBy: "\u{1B}[H").dropFirst()
            #expect(screens.count >= 2, "\(answer)")
            // Every line is cleared to its end, what was below is cleared, and nothing scrolls.
            for screen in screens.dropLast() {
                #expect(screen.hasSuffix("\u{1B}[J"), "\(screen)")
                let lines = screen.components(separatedBy: "\r\n").dropLast()
                #expect(lines.count < rows && lines.allSatisfy { $0.hasSuffix("\u{1B}[K") }, "\(screen)")
            }
            #expect(screens.first?.contains("own logs: 2 entries") == true)
            try await federation.stop()
        }

        /// In a pipe there is a block for every change, no control characters, and the same end.
        @Test func inAPipeItIsPlainText() async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            try await node.start()
            let out = federation.scratch("out")
            let watch = try ChildProcess(
                ProgramUnderTest.path, ["status", "--watch", "--config", node.config],
                environment: ["TONGZHOU_LANG": "en"], output: out, errors: federation.scratch("err"))
            try await Eventually.holds("a first block") { Run.text(out).contains("own logs: 2 entries") }
            try await node.register("seen")
            try await Eventually.holds("another block") { Run.text(out).contains("own logs: 3 entries") }
            watch.send(SIGINT)
            #expect(try await watch.end() == 130)
            #expect(!Run.text(out).contains("\u{1B}") && Run.text(federation.scratch("err")).isEmpty)
            try await federation.stop()
        }
    }
}
