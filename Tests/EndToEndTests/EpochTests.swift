import Foundation
import Testing

extension EndToEnd {
    /// A key that is lost or given up: the channel goes on in a new log under a new key.
    @Suite struct EpochTests {
        @Test(arguments: [false, true])
        func aNewEpochContinuesUnderANewKey(oldKeyIsLost: Bool) async throws {
            let federation = try await TestFederation()
            let (node, hunan) = (federation.chongqing, federation.hunan)
            try await federation.start(node, hunan)
            try await node.register("before")
            try await federation.mirrored("\(node.name)/common/1", 2, at: hunan)
            try await federation.stop()

            let facts = federation.scratch("peers/\(node.name).yaml")
            let old = try value("log_key", of: facts)
            try await Run.done(["keys", "new", "\(node.folder)/keys/second.key"])
            let again = try await Run.tongzhou(["keys", "new", "\(node.folder)/keys/second.key"])
            #expect(again.exitCode == 6, "\(again)")
            if oldKeyIsLost { try FileManager.default.removeItem(atPath: "\(node.folder)/keys/log.key") }
            let former = "former_keys: {common/1: \(old), youshui/1: \(old)}\n"
            try edit(node.config) {
                $0.replacing("keys/log.key", with: "keys/second.key").replacing("epoch: 1", with: "epoch: 2") + former
            }
            try await node.start()
            #expect(try await node.conditions().contains("KEY-07 \(node.name)/common/2"))
            let early = try await node.command(
                "sections", "add", "--id", "500000-early", "--name-zh", "早", "--name-en", "early", "--river", "r",
                "--basin", "b", "--upstream", "500000", "--downstream", "430000")
            #expect(early.exitCode == 6, "nothing comes before the opening entry: \(early)")
            try await node.done("epoch", "open", "--dry-run")
            #expect(try await node.done("status")["own_logs"].list.allSatisfy { $0["size"].number == 0 })
            try await node.done("epoch", "open")
            try await node.register("after")
            #expect(try await node.done("epoch", "open")["entries"].list.isEmpty)

            let keys = try await node.done("keys")["keys"].list.filter { $0["node"].text == node.name }
            let new = keys.last?["log_key"].text ?? ""
            #expect(new != old && keys.count == 1)
            try edit(facts) {
                $0.replacing("log_key: \(old)", with: "log_key: \(new)")
                    .replacing("logs: [common/1, youshui/1]", with: "logs: [common/1, common/2, youshui/1, youshui/2]")
                    + former
            }
            try await federation.start(hunan)
            try await federation.mirrored("\(node.name)/common/1", oldKeyIsLost ? 2 : 3, at: hunan)
            try await federation.mirrored("\(node.name)/common/2", 3, at: hunan)
            try await federation.mirrored("\(node.name)/youshui/2", 2, at: hunan)
            let sections = try await hunan.done("sections")["sections"].list.map { $0["section"].text }
            #expect(sections == ["500000-after", "500000-before"])
            for reader in [node, hunan] {
                let verified = try await reader.done("log", "verify")
                #expect(verified["sound"].flag == true, "\(verified)")
                #expect(try await !reader.conditions().contains { $0.hasPrefix("KEY-") || $0.hasPrefix("MIR-") })
            }
            try await federation.stop()
        }

        private func value(_ key: String, of file: String) throws -> String {
            let line = Run.text(file).split(separator: "\n").first { $0.hasPrefix("\(key): ") }
            return String(try #require(line).dropFirst(key.utf8.count + 2))
        }

        private func edit(_ file: String, _ change: (String) -> String) throws {
            let text = Run.text(file)
            let changed = change(text)
            try #require(changed != text)
            try Data(changed.utf8).write(to: URL(filePath: file))
        }
    }
}
