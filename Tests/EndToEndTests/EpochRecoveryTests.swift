import Foundation
import Testing

extension EndToEnd {
    /// A disk lost, or an older backup put back, after a new epoch has begun: the closed logs come back like the others,
    /// whether their key is still there or not.
    @Suite struct EpochRecoveryTests {
        private static let logs = ["common/1", "common/2", "youshui/1", "youshui/2"]

        @Test(arguments: [false, true])
        func closedLogsComeBackToo(oldKeyIsLost: Bool) async throws {
            let federation = try await TestFederation()
            let (node, hunan, centre) = (federation.chongqing, federation.hunan, federation.centre)
            try await federation.start(node, hunan, centre)
            try await node.register("before")
            let backup = federation.scratch("backup.sqlite")
            try await node.done("backup", backup)
            try await node.register("late")
            for peer in [hunan, centre] { try await federation.mirrored("\(node.name)/common/1", 3, at: peer) }
            try await federation.stop()
            let former = try await raiseEpoch(federation, oldKeyIsLost)
            for peer in [hunan, centre] {
                try await federation.mirrored("\(node.name)/common/1", oldKeyIsLost ? 3 : 4, at: peer)
                try await federation.mirrored("\(node.name)/common/2", 3, at: peer)
                try await federation.mirrored("\(node.name)/youshui/1", oldKeyIsLost ? 1 : 2, at: peer)
                try await federation.mirrored("\(node.name)/youshui/2", 2, at: peer)
            }
            try await node.stop()
            let signed = try KeptLog.all(in: node.folder).filter(\.own)
            #expect(signed.map(\.origin) == Self.logs.map { "\(node.name)/\($0)" })

            // The disk is lost.
            try loseDatabases(node)
            if oldKeyIsLost { try await saysWhatItCannotVerify(node, former) }
            let recovered = try await node.command("recover")
            #expect(recovered.exitCode == 0 && recovered.json["complete"].flag == true, "\(recovered)")
            for log in signed {
                let told = recovered.json["logs"].list.first { $0["origin"].text == log.origin }
                #expect(told?["has"].number == log.entries.count, "\(recovered)")
                #expect(log.origin.hasSuffix("/2") || told?["end"].number == log.entries.count, "\(recovered)")
            }
            try holds(signed, node)
            try await node.start()
            try await goesOn("recovered", federation)

            // A backup from before the epoch was opened.
            try await node.stop()
            let whole = try KeptLog.all(in: node.folder).filter(\.own)
            try await node.done("restore", backup, "--replace")
            try await isFoundMissing(node, by: hunan)
            try await node.start()
            try await Eventually.holds("restored: \(node.log)") { try self.isHeld(whole, node) }
            try await goesOn("restored", federation)

            // The same by hand, while the machine remembers what was signed.
            try await node.stop()
            let again = try KeptLog.all(in: node.folder).filter(\.own)
            try loseDatabases(node)
            try FileManager.default.copyItem(atPath: backup, toPath: "\(node.folder)/log.sqlite")
            #expect(try Sentinel(of: node.folder).content != nil)
            try await node.start()
            try await Eventually.holds("put back by hand: \(node.log)") { try self.isHeld(again, node) }
            try await goesOn("by-hand", federation)
            try await federation.stop()
        }

        /// Closes epoch 1 and opens epoch 2, under another key where the old one is lost; neighbours are told of it.
        /// Returns the line of `node.yaml` that names the former key.
        private func raiseEpoch(_ federation: TestFederation, _ oldKeyIsLost: Bool) async throws -> String {
            let node = federation.chongqing
            let facts = federation.scratch("peers/\(node.name).yaml")
            let old = try #require(Run.text(facts).firstMatch(of: /log_key: (\S+)/)).1
            let former = oldKeyIsLost ? "former_keys: {common/1: \(old), youshui/1: \(old)}\n" : ""
            if oldKeyIsLost {
                try await Run.done(["keys", "new", "\(node.folder)/keys/second.key"])
                try FileManager.default.removeItem(atPath: "\(node.folder)/keys/log.key")
            }
            try edit(node.config) { text in
                text.replacing("keys/log.key", with: oldKeyIsLost ? "keys/second.key" : "keys/log.key")
                    .replacing("epoch: 1", with: "epoch: 2") + former
            }
            try await node.start()
            try await Eventually.holds("opened: \(node.log)") { try await node.command("epoch", "open").exitCode == 0 }
            try await node.register("after")
            let new = try await node.done("keys")["keys"].list.last { $0["node"].text == node.name }?["log_key"].text
            try edit(facts) {
                $0.replacing("log_key: \(old)", with: "log_key: \(new ?? "")")
                    .replacing("logs: [common/1, youshui/1]", with: "logs: [\(Self.logs.joined(separator: ", "))]")
                    + former
            }
            try await federation.start(federation.hunan, federation.centre)
            return former
        }

        private func loseDatabases(_ node: TestNode) throws {
            let manager = FileManager.default
            for name in try manager.contentsOfDirectory(atPath: node.folder)
            where name.contains(".sqlite") || name == "node.lock" || name == "control.sock" {
                try manager.removeItem(atPath: "\(node.folder)/\(name)")
            }
        }

        /// Without the former key the closed logs cannot be verified; that is said, and nothing is called complete.
        private func saysWhatItCannotVerify(_ node: TestNode, _ former: String) async throws {
            try edit(node.config) { $0.replacing(former, with: "") }
            let partial = try await node.command("recover")
            #expect(partial.exitCode == 5 && partial.json["complete"].flag == false, "\(partial)")
            let log = partial.json["logs"].list.first { $0["origin"].text == "\(node.name)/common/1" }
            #expect(log?["has"].number == 0 && log?["end"].number == 3, "\(partial)")
            #expect(log?["unverified"].list.count == 2, "\(partial)")
            let text = try await Run.tongzhou(["recover", "--config", node.config])
            #expect(text.exitCode == 5 && text.output.contains("former_keys"), "\(text)")
            try edit(node.config) { $0 + former }
        }

        /// `check --against` sees what is short, and what is not there at all.
        private func isFoundMissing(_ node: TestNode, by peer: TestNode) async throws {
            let outcome = try await node.command("check", "--against", peer.code)
            let found = outcome.json["findings"].list.filter { $0["code"].text == "peer-holds-more" }.map {
                $0["log"].text
            }
            #expect(outcome.exitCode == 5)
            #expect(
                found.contains("\(node.name)/common/1") && found.contains("\(node.name)/common/2")
                    && found.contains("\(node.name)/youshui/2"), "\(outcome)")
        }

        private func isHeld(_ signed: [KeptLog], _ node: TestNode) throws -> Bool {
            let now = try KeptLog.all(in: node.folder).filter(\.own)
            return now.map(\.origin) == signed.map(\.origin) && now.map(\.entries) == signed.map(\.entries)
        }

        private func holds(_ signed: [KeptLog], _ node: TestNode) throws {
            let now = try KeptLog.all(in: node.folder).filter(\.own)
            #expect(now.map(\.origin) == signed.map(\.origin) && now.map(\.entries) == signed.map(\.entries))
        }

        /// Signs again, computes with the entries of both epochs, and no neighbour has anything against it.
        private func goesOn(_ section: String, _ federation: TestFederation) async throws {
            let node = federation.chongqing
            try await Eventually.holds("may sign: \(node.log)") {
                try await !node.conditions().contains { $0.hasPrefix("SIG-") }
            }
            try await node.register(section)
            let size = try KeptLog.own("\(node.name)/common/2", in: node.folder).entries.count
            for peer in [federation.hunan, federation.centre] {
                try await federation.mirrored("\(node.name)/common/2", size, at: peer)
                let conditions = try await peer.conditions()
                #expect(!conditions.contains { $0.hasPrefix("MIR-") || $0.hasPrefix("KEY-") }, "\(conditions)")
                let (here, there) = (try await sections(node), try await sections(peer))
                #expect(here == there && here.contains("500000-before") && here.contains("500000-late"))
            }
        }

        private func sections(_ node: TestNode) async throws -> [String] {
            try await node.done("sections")["sections"].list.map { $0["section"].text }
        }

        private func edit(_ file: String, _ change: (String) -> String) throws {
            let text = Run.text(file)
            let changed = change(text)
            try #require(changed != text)
            try Data(changed.utf8).write(to: URL(filePath: file))
        }
    }
}
