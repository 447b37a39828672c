import Foundation
import Testing

extension EndToEnd {
    /// A second tree over the same entries with SM3, switched on over a log that is there.
    @Suite struct SM3TreeTests {
        private static let python = ProgramUnderTest.file(".build-venv/bin/python3")

        private func replace(_ old: String, _ new: String, in file: String) throws {
            let text = Run.text(file)
            try #require(text.contains(old), "\(old) in \(text)")
            try Data(text.replacing(old, with: new).utf8).write(to: URL(filePath: file))
        }

        /// The agreement's channel is no longer open to `node`.
        private func withoutReader(_ node: TestNode, in file: String) throws {
            let lines = Run.text(file).split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
                guard line.hasPrefix("  youshui:") else { return String(line) }
                let name = "\"\(node.name)\""
                return String(line).replacing(", \(name)", with: "").replacing("\(name), ", with: "")
            }
            #expect(!lines.contains { $0.hasPrefix("  youshui:") && $0.contains(node.name) })
            try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: file))
        }

        /// What `reader` is answered for a path of `node`: the status, and the body in a file.
        private func get(
            _ path: String, at node: TestNode, by reader: TestNode, _ federation: TestFederation, as name: String
        ) async throws -> (status: Int?, file: String) {
            let file = federation.scratch(name)
            let answer = try await Run.program(
                "curl",
                [
                    "--silent", "--output", file, "--write-out", "%{http_code}", "--resolve",
                    "\(node.name):\(node.port):127.0.0.1", "--cacert", federation.authority, "--cert",
                    federation.certificate(reader), "--key", federation.key(reader),
                    "https://\(node.name):\(node.port)\(path)",
                ])
            return (Int(answer.output), file)
        }

        /// Size of the served tree, after another program has computed it from the served entries and OpenSSL has
        /// verified its SM2 line.
        private func judged(_ node: TestNode, by reader: TestNode, _ federation: TestFederation) async throws -> Int? {
            let origin = "\(node.name)/common/1/sm3"
            let size = try #require(try await node.ownSize("common"))
            let note = try await get("/log/common/1/sm3/checkpoint", at: node, by: reader, federation, as: "note")
            #expect(note.status == 200)
            var bundles: [String] = []
            for index in 0...(size - 1) / 256 {
                let width = min(256, size - index * 256)
                let path = String(format: "/log/common/1/tile/entries/%03d", index) + (width < 256 ? ".p/\(width)" : "")
                let bundle = try await get(path, at: node, by: reader, federation, as: "bundle-\(index)")
                #expect(bundle.status == 200, "\(path)")
                bundles.append(bundle.file)
            }
            let tree = try await Run.program(
                Self.python,
                [ProgramUnderTest.file("Tests/EndToEndTests/Judges/sm3_tree.py"), note.file, origin] + bundles
            ).json
            #expect(tree["agrees"].flag == true, "\(tree)")
            let line = try #require(
                Run.text("\(node.folder)/\(node.name).yaml").split(separator: "\n")
                    .first { $0.hasPrefix("sm2_keys: [") })
            let signed = try await Run.program(
                Self.python,
                [
                    ProgramUnderTest.file("Tests/EndToEndTests/Judges/sm2_note.py"), note.file, origin,
                    String(line.dropFirst("sm2_keys: [".count).dropLast()),
                ]
            ).json
            #expect(
                signed["lines"].number == 2 && signed["sm2"].number == 1 && signed["holds"].flag == true, "\(signed)")
            return tree["size"].number
        }

        private func trees(_ check: CommandResult) -> [String] {
            check.json["sm3_trees"].list.map { "\($0["origin"].text) \($0["size"].number ?? -1)" }
        }

        private func findings(_ check: CommandResult) -> [String] {
            check.json["findings"].list.map { "\($0["code"].text) \($0["log"].text)" }
        }

        @Test func aSecondTreeOverTheSameEntries() async throws {
            let federation = try await TestFederation(["500000": ["--sm2"]])
            let (chongqing, hunan, centre) = (federation.chongqing, federation.hunan, federation.centre)
            let origin = "\(chongqing.name)/common/1"
            try await federation.start(chongqing, hunan)
            for number in 0..<5 { try await chongqing.register("before-\(number)") }
            let path = "/log/common/1/sm3/checkpoint"
            #expect(try await get(path, at: chongqing, by: hunan, federation, as: "none").status == 404)

            // Over the log that is there, before anything else is said.
            try await chongqing.stop()
            try replace("sm2: {keys: [keys/sm2.key]", "sm2: {tree: true, keys: [keys/sm2.key]", in: chongqing.config)
            try withoutReader(centre, in: chongqing.config)
            try await chongqing.start()
            #expect(try await judged(chongqing, by: hunan, federation) == chongqing.ownSize("common"))
            #expect(chongqing.log.contains("sm3-tree-built"))
            for number in 0..<3 { try await chongqing.register("after-\(number)") }
            let size = try #require(try await chongqing.ownSize("common"))
            #expect(try await judged(chongqing, by: hunan, federation) == size)
            // Who may not read the log does not read its tree either.
            let channel = "/log/youshui/1/sm3/checkpoint"
            #expect(try await get(channel, at: chongqing, by: centre, federation, as: "none").status == 404)
            #expect(try await get(channel, at: chongqing, by: hunan, federation, as: "some").status == 200)

            // The neighbour has fetched it and recomputes it from its own copy.
            try await federation.mirrored(origin, size, at: hunan)
            // It rests for an hour after being told that there is none; a new start asks again.
            try await hunan.stop()
            try await hunan.start()
            try await Eventually.holds("Hunan recomputes the tree") {
                trees(try await hunan.command("check", "--full")).contains("\(origin) \(size)")
            }
            try await federation.stop()
            for node in [chongqing, hunan] {
                let check = try await node.command("check", "--full")
                #expect(check.exitCode == 0 && trees(check).contains("\(origin) \(size)"), "\(check)")
            }
            let text = try await Run.tongzhou(["check", "--full", "--config", chongqing.config])
            #expect(
                text.output.contains("SM3 tree of \(origin) recomputed") || text.output.contains("SM3 树"), "\(text)")

            try await damaged(chongqing, federation, origin, size)
        }

        /// What has rotted is found and not built upon; `repair` takes it away and the next start computes it anew.
        private func damaged(
            _ node: TestNode, _ federation: TestFederation, _ origin: String, _ size: Int
        ) async throws {
            try Tampering.execute(
                node.folder,
                "UPDATE sm3_tree SET edge = zeroblob(length(edge)) WHERE log IN (SELECT id FROM log WHERE origin = '\(origin)')"
            )
            let check = try await node.command("check")
            #expect(check.exitCode == 5)
            #expect(findings(check).contains("sm3-checkpoint-invalid \(origin)"), "\(check)")
            let repair = try await node.command("repair")
            #expect(repair.exitCode == 0, "\(repair)")
            try await node.start()
            #expect(try await judged(node, by: federation.hunan, federation) == size)
            try await node.stop()
            #expect(try await node.command("check", "--full").exitCode == 0)
        }
    }
}
