import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// The desk of a running federation: operators in a real browser, somebody who is none, and one with a certificate.
    @Suite struct DeskTests {
        private static let hostile = "<script>alert(1)</script>'\"&amp;"
        private static let chromium = "/usr/bin/chromium"
        private static var hasBrowser: Bool { FileManager.default.isExecutableFile(atPath: chromium) }

        /// Adds the section `desk` to a node's configuration. Returns the port.
        private static func open(_ node: TestNode) throws -> Int {
            let port = try LoopbackPort.free()
            let text = Run.text(node.config) + "desk: {listen: \"127.0.0.1:\(port)\"}\n"
            try Data(text.utf8).write(to: URL(filePath: node.config))
            return port
        }

        private static func judge(_ script: String, _ arguments: [String]) async throws -> CommandResult {
            try await Run.program(
                ProgramUnderTest.file(".build-venv/bin/python3"),
                [ProgramUnderTest.file("Tests/EndToEndTests/Judges/\(script)")] + arguments, within: .seconds(1800))
        }

        private static func add(
            _ name: String, _ role: String, at node: TestNode
        ) async throws -> (name: String, password: String, uri: String) {
            let added = try await node.done("operators", "add", name, "--role", role)
            return (name, added["password"].text, added["totp_uri"].text)
        }

        @Test(.enabled(if: Machine.gives(hasBrowser), "Chromium is not installed (scripts/setup --with-judges)"))
        func operatorsWorkInABrowserAndOthersDoNot() async throws {
            let federation = try await TestFederation()
            let (node, hunan) = (federation.chongqing, federation.hunan)
            let port = try Self.open(node)
            try await federation.start(node, hunan, federation.centre)
            try await federation.agree()
            var secrets: [String: [String: String]] = [:]
            for (part, role) in [("clerk", "operator"), ("approver", "approver"), ("auditor", "auditor")] {
                let account = try await Self.add("\(part).1", role, at: node)
                secrets[part] = ["name": account.name, "password": account.password, "uri": account.uri]
            }
            let kept = Run.text("\(node.folder)/operators.json")
            #expect(!secrets.values.contains { kept.contains($0["password"] ?? "") })
            let file = try federation.scratch.write(
                "secrets.json", String(decoding: try JSONEncoder().encode(secrets), as: UTF8.self))
            let shots = ProcessInfo.processInfo.environment["TONGZHOU_SCREENSHOTS"] ?? federation.scratch("shots")
            try FileManager.default.createDirectory(atPath: shots, withIntermediateDirectories: true)
            let browser = try await Self.judge(
                "desk_browser.py",
                [
                    "\(port)", Self.chromium, shots, file, ProgramUnderTest.file("docs/demo/liye-2021-04.csv"),
                    Self.hostile,
                ])
            #expect(browser.exitCode == 0, "\(browser)")
            // What was accepted in the browser is what the neighbour and the centre see.
            try await federation.accept(at: hunan)
            try await federation.settlement("recorded", at: hunan)
            let accepted = try await node.done("operators", "audit", "--all")["records"].list
            #expect(
                accepted.contains {
                    $0["act"].text == "accept" && $0["outcome"].text == "done"
                        && $0["operator"].text == "approver.1"
                        && $0["from"].text == "127.0.0.1"
                })
            let account = try await Self.add("mallory.1", "operator", at: node)
            let attacks = try await Self.judge(
                "desk_attacks.py", ["\(port)", account.name, account.password, account.uri, Self.hostile])
            #expect(attacks.exitCode == 0, "\(attacks)")
            let trail = try await node.done("operators", "audit", "--all")["records"].list
            for (act, outcome) in [("log-in", "refused"), ("accept", "forbidden"), ("log-out", "done")] {
                #expect(
                    trail.contains {
                        $0["act"].text == act && $0["outcome"].text == outcome
                            && $0["operator"].text == "mallory.1"
                    }, "\(act) \(outcome)")
            }
            // The auditor reads which guesses locked what, and that nothing was compared meanwhile.
            for (who, words) in [("mallory.1", "该账号自此地址失败 5 次，锁定 60 秒"), ("name-", "此地址对各账号共失败 20 次，锁定 60 秒")] {
                #expect(
                    trail.contains {
                        $0["act"].text == "log-in-lock" && $0["operator"].text.hasPrefix(who)
                            && $0["detail"].text == words && $0["from"].text.hasPrefix("127.0.0.")
                    }, "\(words)")
            }
            #expect(trail.contains { $0["act"].text == "log-in" && $0["detail"].text == "锁定期间，未核对口令" })
            try await federation.stop()
        }

        @Test func knowsAnOperatorByACertificate() async throws {
            let federation = try await TestFederation()
            let node = federation.hunan
            let port = try Self.open(node)
            let name = "li.430000.tongzhou.test"
            try await Run.done(["certs", "--folder", federation.scratch("certs"), name])
            try await node.start()
            func ask(_ options: [String], _ path: String) async throws -> String {
                try await Run.program(
                    "/usr/bin/curl",
                    [
                        "-s", "-i", "--cacert", federation.authority, "--resolve", "\(node.name):\(port):127.0.0.1",
                        "-H", "Origin: https://\(node.name):\(port)", "https://\(node.name):\(port)\(path)",
                    ] + options
                ).output
            }
            func certificate(_ stem: String) -> [String] { ["--cert", stem + ".pem", "--key", stem + ".key"] }
            let mine = certificate(federation.scratch("certs/\(name)"))
            let form = ["-d", "by=certificate"]
            #expect(try await ask(mine + form, "/zh/do/log-in").contains("403"))
            try await node.done("operators", "add", "li", "--role", "approver", "--certificate", name)
            #expect(try await ask(mine, "/zh/login").contains("以证书登录：li"))
            let welcome = try await ask(mine + form, "/zh/do/log-in")
            #expect(welcome.contains("303"), "\(welcome)")
            let cookie = try #require(welcome.firstMatch(of: /__Host-desk=[0-9a-f]{64}/)).output
            func inbox(_ certificate: [String]) async throws -> String {
                try await ask(certificate + ["-H", "Cookie: \(cookie)"], "/zh/inbox")
            }
            #expect(try await inbox(mine).contains("li（审批）"))
            // What the browser shows is not enough on a connection without the certificate.
            #expect(try await inbox([]).contains("303"))
            // Without it, and with a member's, nobody comes in.
            #expect(try await ask(form, "/zh/do/log-in").contains("403"))
            let member = certificate(federation.scratch("certs/\(federation.chongqing.name)"))
            #expect(try await ask(member + form, "/zh/do/log-in").contains("403"))
            try await node.done("operators", "disable", "li")
            #expect(try await inbox(mine).contains("303"))
            #expect(try await ask(mine + form, "/zh/do/log-in").contains("403"))
            // Whoever comes back logs in again: the session of before does not.
            try await node.done("operators", "reset", "li")
            #expect(try await inbox(mine).contains("303"))
            try await federation.stop()
        }
    }
}
