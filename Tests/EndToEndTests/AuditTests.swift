import Foundation
import Testing

extension EndToEnd {
    /// Another implementation of the same standards audits the logs as they are really served.
    @Suite struct AuditTests {
        private static let auditor = ProgramUnderTest.file("Tests/TransparencyLogTests/audit_log.py")
        private static let python = ProgramUnderTest.file(".build-venv/bin/python3")

        /// `reader` reads a log of `owner` with its own certificate.
        private func audit(
            _ owner: TestNode, _ channel: String, by reader: TestNode, _ federation: TestFederation
        ) async throws -> CommandResult {
            try await Run.program(
                Self.python,
                [
                    Self.auditor, "--vkey", try VerifierKey.text(of: owner, channel: channel), "--connect",
                    "127.0.0.1:\(owner.port)", "--cert", federation.certificate(reader), "--key",
                    federation.key(reader),
                    "--ca", federation.authority, "https://\(owner.name)/log/\(channel)/1",
                ])
        }

        @Test func confirmsEveryServedLog() async throws {
            let federation = try await TestFederation()
            try await federation.start(federation.chongqing, federation.hunan, federation.centre)
            try await federation.agree()
            for node in federation.nodes {
                for log in try await node.done("status")["own_logs"].list {
                    let channel = String(log["origin"].text.split(separator: "/")[1])
                    let reader = node === federation.hunan ? federation.centre : federation.hunan
                    guard node !== reader else { continue }
                    let result = try await audit(node, channel, by: reader, federation)
                    #expect(result.json["ok"].flag == true, "\(log): \(result)")
                    #expect(result.json["size"].number == log["size"].number)
                }
            }
            try await federation.stop()
        }

        @Test func confirmsALongLogAndRefusesItWithOneByteChanged() async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            try await federation.start(node)
            try await fill(node, federation.scratch)
            let size = try #require(try await node.ownSize("common"))
            #expect(size > 512, "two full bundles and a part")
            let sound = try await audit(node, "common", by: federation.hunan, federation)
            #expect(sound.json["ok"].flag == true && sound.json["size"].number == size, "\(sound)")
            try await node.stop()

            let original = federation.scratch("original")
            try FileManager.default.copyItem(atPath: node.folder, toPath: original)
            let changes = [
                "UPDATE entry SET bytes = CAST(replace(bytes, '2.42', '2.43') AS BLOB) WHERE place = \(Tampering.place("common", 300))",
                "UPDATE entry SET leaf = zeroblob(32) WHERE place = \(Tampering.place("common", 511))",
                "UPDATE tile_hash SET hash = zeroblob(32) WHERE level = 1 AND idx = 1",
            ]
            for change in changes {
                try FileManager.default.removeItem(atPath: node.folder)
                try FileManager.default.copyItem(atPath: original, toPath: node.folder)
                try Tampering.execute(node.folder, change)
                try await node.start()
                let refused = try await audit(node, "common", by: federation.hunan, federation)
                #expect(refused.exitCode == 1 && refused.json["ok"].flag == false, "\(change): \(refused)")
                #expect(refused.json["stage"].text == "tiles", "\(change): \(refused)")
                try await node.stop()
            }
        }

        /// Forty sections with fourteen months of readings each: one entry per section and file.
        private func fill(_ node: TestNode, _ scratch: ScratchFolder) async throws {
            let sections = (0..<40).map { "s\($0)" }
            for section in sections { try await node.register(section) }
            for month in 0..<14 {
                let rows = sections.flatMap { section in
                    (1...2).map { day in
                        "\(section),\(2020 + month / 12)-\(String(format: "%02d", month % 12 + 1))-0\(day) 08:00,2.42,正常"
                    }
                }
                let file = try scratch.write("m.csv", (["断面,监测时间,codmn,状态"] + rows).joined(separator: "\n") + "\n")
                let receipt = try await node.done("import", file)
                #expect(receipt["new_readings"].number == rows.count)
                #expect(receipt["entries"].list.count == sections.count)
            }
        }
    }
}
