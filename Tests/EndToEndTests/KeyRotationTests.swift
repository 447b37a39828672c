import Foundation
import Testing

extension EndToEnd {
    /// Keys are changed in the middle of everything; neighbours follow without touching their configuration.
    @Suite struct KeyRotationTests {
        /// The number of signature lines of a node's newest checkpoint, as the wire has it.
        private func lines(_ federation: TestFederation, _ node: TestNode, _ channel: String) async throws -> Int {
            let note = try await Stranger(scratch: federation.scratch).curl(
                node, "/log/\(channel)/1/checkpoint", trusting: federation.authority, "--cert",
                federation.certificate(federation.hunan), "--key", federation.key(federation.hunan))
            // Lines of the log's own keys; beside them stand those of witnesses.
            let own = "\u{2014} \(node.name)/\(channel)/1 "
            return note.output.components(separatedBy: "\n").count { $0.hasPrefix(own) }
        }

        private func keys(_ node: TestNode, of other: TestNode) async throws -> [String] {
            try await node.done("keys")["keys"].list.filter { $0["node"].text == other.name }.map {
                "\($0["state"].text) \($0["configured"].flag == true ? "configured" : "-")"
            }
        }

        @Test func rotatesInTheMiddleOfASettlement() async throws {
            let federation = try await TestFederation()
            let (node, hunan, centre) = (federation.chongqing, federation.hunan, federation.centre)
            try await federation.start(node, hunan, centre)
            try await federation.agree()
            try await node.done("import", ProgramUnderTest.file("docs/demo/liye-2021-04.csv"), "--year", "2021")
            try await federation.settlement("proposed", at: hunan)

            // Nothing is written by a dry run.
            let before = try FileManager.default.contentsOfDirectory(atPath: "\(node.folder)/keys")
            let size = try await node.ownSize("common")
            try await node.done("keys", "rotate", "--dry-run")
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(node.folder)/keys") == before)
            #expect(try await node.ownSize("common") == size)

            try await node.done("keys", "rotate")
            let files = try FileManager.default.contentsOfDirectory(atPath: "\(node.folder)/keys").sorted()
            #expect(files.count == before.count + 1)
            for file in files {
                let mode =
                    try FileManager.default.attributesOfItem(atPath: "\(node.folder)/keys/\(file)")[
                        .posixPermissions] as? NSNumber
                #expect(mode?.intValue == 0o600, "\(file)")
            }
            for channel in ["common", "youshui"] {
                #expect(try await lines(federation, node, channel) == 2, "\(channel)")
            }
            // Not before others have compared it; not with another fingerprint; not twice at once.
            #expect(try await node.command("keys", "retire").exitCode == 6)
            #expect(try await node.command("keys", "rotate").exitCode == 6)
            try await Eventually.holds("the rotation waits at Hunan and the centre") {
                let waiting = "KEY-01 \(node.name)"
                let both = try await (hunan.conditions(), centre.conditions())
                return both.0.contains(waiting) && both.1.contains(waiting)
            }
            let wrong = try await hunan.command(
                "keys", "countersign", node.name, "--fingerprint", "0000 0000 0000 0000")
            #expect(wrong.exitCode == 5, "\(wrong)")
            let short = try await hunan.command("keys", "countersign", node.name, "--fingerprint", "0000 0000")
            #expect(short.exitCode == 6, "\(short)")
            let shown = try await hunan.done("keys")["keys"].list.filter { $0["node"].text == node.name }
            let fingerprint = shown.last?["fingerprint"].text ?? ""
            try await hunan.done("keys", "countersign", node.name, "--fingerprint", fingerprint)
            #expect(try await node.command("keys", "retire").exitCode == 6)

            // The settlement goes on meanwhile.
            for party in [hunan, node] { try await federation.accept(at: party) }
            try await centre.done("keys", "countersign", node.name)
            try await Eventually.holds("the old key may go") {
                try await node.conditions().contains("KEY-04 \(node.name)")
            }
            try await node.done("keys", "retire")
            try await node.register("after")
            #expect(try await lines(federation, node, "common") == 1)
            let grown = try await node.ownSize("common") ?? 0
            for reader in [hunan, centre] {
                try await federation.mirrored("\(node.name)/common/1", grown, at: reader)
                #expect(try await keys(reader, of: node) == ["retired configured", "signing -"])
                try await federation.settlement("recorded", at: reader)
                try await Eventually.holds("\(reader.code) has nothing else to say") {
                    try await reader.conditions() == ["KEY-03 \(node.name)"]
                }
            }

            // The witness and the mirror have changed with it, and Hunan knows them without a word of its operator.
            let rows = try await hunan.done("keys")["keys"].list.filter { $0["node"].text == node.name }
            let cosigners = rows.flatMap { [$0["witness_key"].text, $0["mirror_key"].text] }
            #expect(Set(cosigners).subtracting([""]).count == 4, "\(cosigners)")
            #expect(try await node.done("witness")["witness_key"].text == rows.last?["witness_key"].text)
            try await hunan.register("late")
            try await Eventually.holds("cosigned with the new key: \(hunan.log)") {
                let log = try await hunan.done("status")["own_logs"].list.first {
                    $0["origin"].text == "\(hunan.name)/common/1"
                }
                return log?["cosignatures"].list.contains { $0["witness"].text == node.name } == true
            }

            // A restart under the old configuration, one with the new key configured, and a neighbour's new peer file.
            try await federation.stop()
            let newFile = files.first { !before.contains($0) } ?? ""
            try await node.start()
            try await node.register("under-the-old-name")
            try await node.stop()
            try replace("log_key: keys/log.key", "log_key: keys/\(newFile)", in: node.config)
            let old = try #require(
                Run.text("\(node.folder)/\(node.name).yaml").split(separator: "\n").first { $0.hasPrefix("log_key: ") })
            let new = "log_key: \(shown.last?["log_key"].text ?? "")"
            try replace(String(old), new, in: federation.scratch("peers/\(node.name).yaml"))
            try await federation.start(node, hunan, centre)
            try await node.register("under-the-new-name")
            let last = try await node.ownSize("common") ?? 0
            for reader in [hunan, centre] {
                try await federation.mirrored("\(node.name)/common/1", last, at: reader)
                #expect(try await keys(reader, of: node) == ["retired -", "signing configured"])
                #expect(
                    try await reader.done("log", "verify")["logs"].list.allSatisfy {
                        $0["finding"].text != "note-invalid"
                    })
                try await Eventually.holds("\(reader.code) is content") { try await reader.conditions() == [] }
            }
            try await federation.stop()
        }

        private func replace(_ old: String, _ new: String, in file: String) throws {
            let text = Run.text(file)
            try #require(text.contains(old))
            try Data(text.replacing(old, with: new).utf8).write(to: URL(filePath: file))
        }
    }
}
