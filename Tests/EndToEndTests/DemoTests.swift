import Foundation
import Testing

extension EndToEnd {
    /// The demonstration as anyone would run it.
    @Suite struct DemoTests {
        @Test(arguments: [
            ("zh", ["一、", "Ⅳ 类", "方向反转", "湖南付重庆 40 万元", "合计为零", "不是官方结果"]),
            (
                "en",
                [
                    "1. ", "class Ⅳ", "direction flips", "Hunan pays Chongqing 400 000 yuan", "sum zero",
                    "not an official result",
                ]
            ),
        ])
        func tellsTheWholeStory(language: String, sentences: [String]) async throws {
            let demo = try DemoRun(language: language)
            let code = try await demo.process.end(within: .seconds(1800))
            #expect(code == 0, "\(demo.told)\(demo.errors)")
            for sentence in sentences { #expect(demo.told.contains(sentence), "\(sentence) in \(demo.told)") }
            try await StoryRecord(folder: demo.folder).check()
            for node in TestFederation.codes { #expect(demo.node(node) == nil, "\(node) is still running") }
            try await Self.opens(demo, shows: language == "zh" ? ["里耶镇", "已记账"] : ["Liye Town", "recorded"])
        }

        /// What the demonstration says at its end is done as it stands there.
        private static func opens(_ demo: DemoRun, shows words: [String]) async throws {
            let page = try #require(demo.told.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\/[a-z]+/)).output
            let command = try #require(demo.told.firstMatch(of: /tongzhou (serve --config \S+)\n/)).output.1
            let alias = try #require(demo.told.firstMatch(of: /alias tongzhou=(\S+)\n/)).output.1
            let log = "\(demo.folder)/page.log"
            let node = try ChildProcess(
                String(alias), command.split(separator: " ").map(String.init), output: "/dev/null", errors: log)
            try await Eventually.holds("the page is open: \(Run.text(log))") {
                let text = try await Run.program("/usr/bin/curl", ["-s", String(page)]).output
                return words.allSatisfy { text.contains($0) }
            }
            node.send(SIGTERM)
            #expect(try await node.end() == 0)
        }

        @Test func replacesOnlyADemonstration() async throws {
            let scratch = try ScratchFolder()
            try FileManager.default.createDirectory(atPath: scratch("mine"), withIntermediateDirectories: true)
            try scratch.write("mine/letter.txt", "keep me")
            let result = try await Run.tongzhou([
                "demo", "--project", ProgramUnderTest.project.path, "--folder", scratch("mine"),
            ])
            #expect(result.exitCode == 1 && result.errors.contains("not a demonstration folder"), "\(result)")
            #expect(Run.text(scratch("mine/letter.txt")) == "keep me")
        }
    }
}
