import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// The public pages of a running federation, as a reader's programs and a real browser see them.
    @Suite struct PagesTests {
        private static let hostile = "<script>alert(1)</script>'\"&amp;"
        private static let chromium = "/usr/bin/chromium"
        private static var hasBrowser: Bool { FileManager.default.isExecutableFile(atPath: chromium) }

        /// Adds the section `pages` to a node's configuration. Returns the port.
        private static func publish(_ node: TestNode, _ channels: String, staleAfter: Int = 86_400) throws -> Int {
            let port = try LoopbackPort.free()
            let text =
                Run.text(node.config)
                + "pages: {listen: \"127.0.0.1:\(port)\", channels: [\(channels)]}\nwitness: {stale_after: \(staleAfter)}\n"
            try Data(text.utf8).write(to: URL(filePath: node.config))
            return port
        }

        private static func judge(_ script: String, _ arguments: [String]) async throws -> CommandResult {
            try await Run.program(
                ProgramUnderTest.file(".build-venv/bin/python3"),
                [ProgramUnderTest.file("Tests/EndToEndTests/Judges/\(script)")] + arguments, within: .seconds(1800))
        }

        private static func page(_ port: Int, _ path: String) async throws -> String {
            try await Run.program("/usr/bin/curl", ["-s", "http://127.0.0.1:\(port)\(path)"]).output
        }

        /// The month of the demonstration up to the ledger, and a section whose names are an attack.
        private static func tell(_ federation: TestFederation) async throws {
            try await federation.start(federation.chongqing, federation.hunan, federation.centre)
            try await federation.agree()
            let chongqing = federation.chongqing
            try await chongqing.done(
                "sections", "add", "--id", "500000-\(hostile.filter { !$0.isWhitespace })", "--name-zh", hostile,
                "--name-en", hostile,
                "--river", hostile, "--basin", hostile, "--upstream", "500000", "--downstream", "430000")
            try await chongqing.done("import", ProgramUnderTest.file("docs/demo/liye-2021-04.csv"), "--year", "2021")
            try await federation.settlement("proposed", at: chongqing)
            try await federation.settlement("proposed", at: federation.hunan)
            for node in [chongqing, federation.hunan] { try await federation.accept(at: node) }
            try await federation.settlement("recorded", at: federation.hunan)
            try await federation.settlement("recorded", at: chongqing)
        }

        /// The statement as the program makes it, page by page.
        private static func onPaper(_ federation: TestFederation, _ shots: String) async throws {
            for language in ["zh", "en"] {
                for ending in ["html", "pdf"] {
                    try await Run.done([
                        "settlements", "statement", "youshui-2019", "2021-04", "--to",
                        federation.scratch("\(language).\(ending)"), "--lang", language, "--config",
                        federation.hunan.config,
                    ])
                }
            }
            let paper = try await judge("statement_print.py", [chromium, shots, federation.scratch.path])
            #expect(paper.exitCode == 0, "\(paper)")
        }

        @Test(.enabled(if: Machine.gives(hasBrowser), "Chromium is not installed (scripts/setup --with-judges)"))
        func showsTheStoryToThePublicAndNothingElse() async throws {
            let federation = try await TestFederation()
            let (node, centre) = (federation.hunan, federation.centre)
            let port = try Self.publish(node, "common, central, youshui", staleAfter: 60)
            let other = try Self.publish(centre, "common, central")
            try await Self.tell(federation)
            let reader = try await Self.judge("pages.py", ["\(port)", Self.hostile])
            #expect(reader.exitCode == 0, "\(reader)")
            let shots = ProcessInfo.processInfo.environment["TONGZHOU_SCREENSHOTS"] ?? federation.scratch("shots")
            try FileManager.default.createDirectory(atPath: shots, withIntermediateDirectories: true)
            let browser = try await Self.judge(
                "pages_browser.py",
                [
                    "\(port)", Self.chromium, shots, "", "/sections", "/sections/430000-liye",
                    "/agreements/youshui-2019", "/settlements", "/settlements/youshui-2019/2021-04",
                    "/statements/youshui-2019/2021-04", "/ledger", "/clearing", "/sync", "/method", "/check",
                ])
            #expect(browser.exitCode == 0, "\(browser)")
            try await Self.onPaper(federation, shots)
            // The centre has the agreement too, and was not told to make it public.
            #expect(try await Self.page(other, "/zh/ledger").contains("长江流域"))
            for path in [
                "/zh", "/zh/agreements", "/zh/settlements", "/zh/sync", "/zh/check", "/zh/sections/430000-liye",
                "/zh/download/settlements.csv",
            ] {
                let text = try await Self.page(other, path)
                #expect(!text.contains("youshui-2019") && !text.contains("/youshui/"), "\(path): \(text)")
            }
            #expect(try await Self.page(other, "/zh/settlements/youshui-2019/2021-04").contains("没有这个页面"))
            // A neighbour that falls silent makes the page say so, on top; one with nothing new is heard every 25 s.
            #expect(!(try await Self.page(port, "/zh")).contains("可能不是最新"))
            try await federation.chongqing.stop()
            try await Eventually.holds("the page says that it is stale", within: .seconds(300)) {
                try await Self.page(port, "/zh").contains("可能不是最新")
            }
            try await federation.stop()
        }

        /// A certificate of any authority, as browsers know them; the node's own is not for the public.
        @Test func speaksTLSWithACertificateOfItsOwn() async throws {
            let federation = try await TestFederation()
            let node = federation.hunan
            try await Run.done(["certs", "--folder", federation.scratch("public"), "pages.example.test"])
            let stem = federation.scratch("public/pages.example.test")
            let port = try LoopbackPort.free()
            let text =
                Run.text(node.config)
                + "pages: {listen: \"127.0.0.1:\(port)\", channels: [common, central], certificate: \(stem).pem, key: \(stem).key}\n"
            try Data(text.utf8).write(to: URL(filePath: node.config))
            try await node.start()
            let answer = try await Run.program(
                "/usr/bin/curl",
                [
                    "-s", "-i", "--cacert", federation.scratch("public/ca.pem"), "--resolve",
                    "pages.example.test:\(port):127.0.0.1", "https://pages.example.test:\(port)/zh",
                ])
            #expect(
                answer.output.contains("strict-transport-security: max-age=15552000")
                    || answer.output.contains("Strict-Transport-Security: max-age=15552000"), "\(answer)")
            #expect(answer.output.contains("湖南省"), "\(answer)")
            let strange = try await Run.program(
                "/usr/bin/curl",
                [
                    "-s", "--cacert", federation.authority, "--resolve", "pages.example.test:\(port):127.0.0.1",
                    "https://pages.example.test:\(port)/zh",
                ])
            #expect(strange.exitCode == 60, "\(strange)")
            // Renewed by another authority: taken up without a restart.
            try await Run.done(["certs", "--folder", federation.scratch("renewed"), "pages.example.test"])
            for kind in ["key", "pem"] {
                let renewed = Data(Run.text(federation.scratch("renewed/pages.example.test.\(kind)")).utf8)
                try renewed.write(to: URL(filePath: "\(stem).\(kind)"))
            }
            try await Eventually.holds("the renewed certificate is in use") {
                try await Run.program(
                    "/usr/bin/curl",
                    [
                        "-s", "--cacert", federation.scratch("renewed/ca.pem"), "--resolve",
                        "pages.example.test:\(port):127.0.0.1", "https://pages.example.test:\(port)/zh",
                    ]
                ).exitCode == 0
            }
            try await node.stop()
        }
    }
}
