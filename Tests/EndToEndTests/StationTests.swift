import Foundation
import Testing

extension EndToEnd {
    /// Stations that deliver their readings to a running node over HTTP.
    @Suite struct StationTests {
        /// A node that knows 里耶镇 and takes deliveries, and where.
        private static func serving(_ settings: String = "") async throws -> (TestFederation, TestNode, Int) {
            let federation = try await TestFederation()
            let node = federation.hunan
            let port = try LoopbackPort.free()
            let text =
                Run.text(node.config) + "intake: {listen: \"127.0.0.1:\(port)\"\(settings)}\n"
                + "intake_folder:\n  cnemc-auto: {path: \(federation.scratch("inbox")), quiet_seconds: 1}\n"
            try Data(text.utf8).write(to: URL(filePath: node.config))
            try await node.start()
            try await node.done(
                "sections", "add", "--id", "430000-liye", "--name-zh", "里耶镇", "--name-en", "Liye Town", "--river", "酉水",
                "--basin", "长江流域", "--upstream", "500000", "--downstream", "430000")
            return (federation, node, port)
        }

        private static func token(_ node: TestNode, _ name: String) async throws -> String {
            try await node.done("senders", "add", name, "--section", "430000-liye")["token"].text
        }

        @Test func answersAStationAsDescribed() async throws {
            let (federation, node, port) = try await Self.serving()
            let tokens = [try await Self.token(node, "liye"), try await Self.token(node, "hasty")]
            #expect(!Run.text("\(node.folder)/senders.json").contains(tokens[0]))
            let result = try await Run.program(
                ProgramUnderTest.file(".build-venv/bin/python3"),
                [ProgramUnderTest.file("Tests/EndToEndTests/Judges/station.py"), "\(port)"] + tokens,
                within: .seconds(1800))
            #expect(result.exitCode == 0, "\(result)")
            let served = try await Run.program("/usr/bin/curl", ["-s", "http://127.0.0.1:\(port)/v1/openapi.yaml"])
            #expect(served.output == Run.text(ProgramUnderTest.file("docs/openapi/intake.yaml")))
            try await federation.stop()
        }

        @Test func nothingAcknowledgedIsLostWhenTheNodeIsKilled() async throws {
            let (federation, node, port) = try await Self.serving()
            let token = try await Self.token(node, "liye")
            func deliver(_ hour: Int) async throws -> CommandResult {
                let time = "2021-04-0\(1 + hour / 24)T\(hour % 24 < 10 ? "0" : "")\(hour % 24):00+08:00"
                let body =
                    #"{"readings":[{"section":"430000-liye","time":"\#(time)","status":"normal","values":{"nh3n":"0.1"}}]}"#
                return try await Run.program(
                    "/usr/bin/curl",
                    [
                        "-sf", "-H", "Authorization: Bearer \(token)", "-H", "Content-Type: application/json", "-d",
                        body,
                        "http://127.0.0.1:\(port)/v1/readings",
                    ])
            }
            var answers: [String] = []
            for hour in 0..<9 {
                let result = try await deliver(hour)
                #expect(result.exitCode == 0, "\(result)")
                answers.append(result.output)
                guard hour % 3 == 2 else { continue }
                node.signal(SIGKILL)
                _ = try await node.ended(within: .seconds(60))
                try await node.start()
            }
            for (hour, answer) in answers.enumerated() {
                let again = try await deliver(hour)
                #expect(again.output == answer)
            }
            let log = try KeptLog.own("\(node.name)/common/1", in: node.folder)
            #expect(log.entries.count == 2 + answers.count)
            try await node.done("senders", "revoke", "liye")
            #expect(try await deliver(0).exitCode == 22)
            try await node.stop()
            try await node.start()
            #expect(try await deliver(0).exitCode == 22)
            try await federation.stop()
        }

        @Test func knowsAStationByItsCertificate() async throws {
            let (federation, node, port) = try await Self.serving(", tls: true")
            func deliver(_ options: [String]) async throws -> CommandResult {
                let body =
                    #"{"readings":[{"section":"430000-liye","time":"2021-04-01T08:00+08:00","status":"normal","values":{}}]}"#
                return try await Run.program(
                    "/usr/bin/curl",
                    [
                        "-s", "-o", "/dev/null", "-w", "%{http_code}", "--cacert", federation.authority, "--resolve",
                        "\(node.name):\(port):127.0.0.1", "-H", "Content-Type: application/json", "-d", body,
                        "https://\(node.name):\(port)/v1/readings",
                    ] + options)
            }
            let other = federation.chongqing
            let certificate = ["--cert", federation.certificate(other), "--key", federation.key(other)]
            #expect(try await deliver(certificate).output == "401")
            try await node.done(
                "senders", "add", "lab", "--section", "430000-liye", "--certificate", other.name)
            #expect(try await deliver(certificate).output == "200")
            #expect(try await deliver([]).output == "401")
            let token = try await Self.token(node, "liye")
            #expect(try await deliver(["-H", "Authorization: Bearer \(token)"]).output == "200")
            // A certificate of nobody's authority does not even get so far.
            try await Run.done(["certs", "--folder", federation.scratch("strangers"), other.name])
            let strange = federation.scratch("strangers/\(other.name)")
            #expect(try await deliver(["--cert", strange + ".pem", "--key", strange + ".key"]).output == "000")
            try await federation.stop()
        }

        /// Seeded; `scripts/fuzz-intake` goes on for as long as one likes.
        @Test(arguments: [20_210_401, 20_260_603])
        func spoiltFilesAndRequestsAreAnsweredAndNeverHalfApplied(seed: Int) async throws {
            let (federation, node, port) = try await Self.serving(", requests_per_minute: 100000")
            let token = try await Self.token(node, "liye")
            let pid = try #require(node.pid)
            let result = try await Run.program(
                ProgramUnderTest.file(".build-venv/bin/python3"),
                [
                    ProgramUnderTest.file("Tests/EndToEndTests/Judges/spoilt_intake.py"), ProgramUnderTest.path,
                    node.config, "\(pid)", "\(port)", token, federation.scratch("inbox"), "\(seed)", "50", "200",
                ], within: .seconds(1800))
            #expect(result.exitCode == 0, "\(result)")
            try await federation.stop()
        }

        /// Cases made from the description by another program, sound ones and unsound ones.
        @Test func aFuzzerOfDescriptionsFindsNothing() async throws {
            let (federation, node, port) = try await Self.serving(", requests_per_minute: 100000")
            let token = try await Self.token(node, "liye")
            let description = ProgramUnderTest.file("docs/openapi/intake.yaml")
            let python = ProgramUnderTest.file(".build-venv/bin/python3")
            let valid = try await Run.program(python, ["-m", "openapi_spec_validator", description])
            #expect(valid.exitCode == 0, "\(valid)")
            // The one section that the sender may deliver, so that many of the cases are recorded.
            let tried = try federation.scratch.write(
                "intake.yaml", Run.text(description).replacing("examples: [430000-liye]", with: "enum: [430000-liye]"))
            let settings = try federation.scratch.write(
                "schemathesis.toml",
                """
                [checks.positive_data_acceptance]
                expected-statuses = ["200", "403", "422"]
                """)
            let result = try await Run.program(
                python,
                [
                    "-m", "schemathesis.cli", "--config-file", settings, "run", tried, "--url",
                    "http://127.0.0.1:\(port)", "--checks", "all", "--header", "Authorization: Bearer \(token)",
                    "--max-examples", "40", "--seed", "20210401", "--phases", "examples,coverage,fuzzing", "--no-color",
                ], folder: federation.scratch.path, within: .seconds(1800))
            #expect(result.exitCode == 0, "\(result)")
            try await federation.stop()
        }
    }
}
