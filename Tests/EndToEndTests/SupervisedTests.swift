import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// A node under a service manager and a monitoring system.
    @Suite struct SupervisedTests {
        @Test func tellsTheServiceManagerHowItGoes() async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            let socket = try #require(NotifySocket(federation.scratch("notify")))
            // A sign of life every two seconds: the socket holds ten messages, and nobody reads while the node starts.
            node.environment = ["NOTIFY_SOCKET": socket.name, "WATCHDOG_USEC": "4000000", "TONGZHOU_LANG": "zh"]
            try await node.start()
            #expect(socket.next(within: 5000) == ["STATUS=正在读取日志与镜像"])
            var told: [String] = []
            // Signs of life begin before the listeners are up, and come in no order with the other two.
            func hasToldAll() -> Bool {
                told.count { $0 == "WATCHDOG=1" } >= 3 && told.contains("READY=1")
                    && told.contains { $0.hasPrefix("STATUS=") && $0.hasSuffix("邻居日志 0/4 已同步") }
            }
            let deadline = ContinuousClock.now + .seconds(60)
            while !hasToldAll(), ContinuousClock.now < deadline, let lines = socket.next(within: 30_000) {
                told += lines
            }
            #expect(hasToldAll(), "\(told)")
            #expect(told.count { $0 == "READY=1" } == 1, "\(told)")
            #expect(try await node.stop() == 0)
            told = []
            while let lines = socket.next(within: 100) { told += lines }
            #expect(told.suffix(2) == ["STOPPING=1", "STATUS=正在停止"], "\(told)")
        }

        @Test func answersMonitoringOnLoopback() async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            let port = try LoopbackPort.free()
            let config = Run.text(node.config) + "operations: {listen: \"127.0.0.1:\(port)\"}\n"
            try Data(config.utf8).write(to: URL(filePath: node.config))
            func ask(_ path: String) async throws -> CommandResult {
                try await Run.program(
                    "/usr/bin/env",
                    ["curl", "-sS", "-w", "%{http_code} %{content_type}", "http://127.0.0.1:\(port)\(path)"])
            }
            try await node.start()
            #expect(try await ask("/livez").output == "ok\n200 text/plain; charset=utf-8")
            let alone = try await ask("/readyz?verbose").output
            #expect(alone.contains("[-]peer-log 430000.tongzhou.test/common/1 failed: unreachable"), "\(alone)")
            #expect(alone.contains("not ready\n503"), "\(alone)")

            try await federation.start(federation.hunan, federation.centre)
            try await Eventually.holds("ready") { try await ask("/readyz").output.hasPrefix("ready\n200") }
            let ready = try await ask("/readyz?verbose").output
            #expect(ready.contains("[+]store ok\n") && !ready.contains("[-]"), "\(ready)")

            let metrics = try await ask("/metrics")
            #expect(metrics.output.hasSuffix("200 text/plain; version=0.0.4; charset=utf-8"))
            let page = try federation.scratch.write(
                "metrics", String(metrics.output.split(separator: "\n").dropLast().joined(separator: "\n")) + "\n")
            try await judge(page)
            try alertsFit(Run.text(page))
            #expect(try await ask("/command").output.contains("404"))
            try await federation.stop()
        }

        /// Prometheus' own client reads the page, and Prometheus' own tool where it is installed.
        private func judge(_ page: String) async throws {
            let script = """
                import sys
                from prometheus_client.parser import text_string_to_metric_families
                families = list(text_string_to_metric_families(open(sys.argv[1], encoding="utf-8").read()))
                values = {(s.name, s.labels.get("log"), s.labels.get("state")): s.value for f in families for s in f.samples}
                assert len(values) > 30, values
                assert all(f.type == "gauge" and f.documentation for f in families)
                assert values[("tongzhou_ready", None, None)] == 1
                assert values[("tongzhou_peer_log_state", "430000.tongzhou.test/common/1", "up_to_date")] == 1
                assert values[("tongzhou_peer_log_verified_entries", "430000.tongzhou.test/common/1", None)] == 1
                """
            let python = ProgramUnderTest.file(".build-venv/bin/python3")
            let read = try await Run.program(python, ["-c", script, page])
            #expect(read.exitCode == 0, "\(read)")
            guard FileManager.default.isExecutableFile(atPath: "/usr/bin/promtool") else { return }
            let linted = try await Run.program("/bin/sh", ["-c", "promtool check metrics <\(page)"])
            #expect(linted.exitCode == 0, "\(linted)")
            let alerts = try await Run.program(
                "/usr/bin/promtool", ["test", "rules", ProgramUnderTest.file("Tests/EndToEndTests/Judges/alerts.yml")])
            #expect(alerts.exitCode == 0, "\(alerts)")
        }

        /// The sample alerts and the dashboard ask for nothing that a node does not tell.
        private func alertsFit(_ page: String) throws {
            for file in ["tongzhou.rules.yml", "tongzhou.dashboard.json"] {
                let text = Run.text(ProgramUnderTest.file("packaging/prometheus/\(file)"))
                let names = text.matches(of: /\btongzhou_[a-z_]+/).map { String($0.output) }
                #expect(names.count > 8)
                for name in names {
                    #expect(page.contains("# TYPE \(name) gauge"), "\(file): \(name)")
                }
                if file.hasSuffix(".json") { #expect(!JSONAnswer(text)["panels"].list.isEmpty) }
            }
        }

        @Test func tellsMoreOnASignal() async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            try await federation.start(node, federation.hunan)
            #expect(!node.log.contains("debug "))
            node.signal(SIGUSR1)
            try await Eventually.holds("debug lines") { node.log.contains("debug served ") }
            #expect(node.log.contains("notice debug-on "))
            node.signal(SIGUSR1)
            try await Eventually.holds("switched off") { node.log.contains("notice debug-off ") }
            try await federation.stop()
        }
    }
}
