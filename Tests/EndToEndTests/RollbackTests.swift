import Foundation
import Testing

extension EndToEnd {
    /// An old database put back, a lost disk, a copied key (faults F5, F13, F25): nothing is signed that any peer
    /// could hold against this node, and what is missing comes back from the mirrors byte for byte.
    @Suite struct RollbackTests {
        private static let common = "500000.tongzhou.test/common/1"

        /// A federation in which Chongqing has said more since a backup, and everybody has mirrored it.
        private struct Story {
            let federation: TestFederation
            let early: Backup
            /// Own logs as they were signed.
            let signed: [KeptLog]
            var node: TestNode { federation.chongqing }
            var size: Int { signed.first { $0.origin == RollbackTests.common }?.entries.count ?? 0 }

            init() async throws {
                federation = try await TestFederation()
                let node = federation.chongqing
                try await federation.start(node, federation.hunan, federation.centre)
                try await federation.agree()
                try await node.stop()
                early = try Backup(of: node, federation.scratch)
                try await node.start()
                for section in ["a", "b", "c"] { try await node.register(section) }
                let size = try await node.ownSize("common") ?? 0
                for peer in [federation.hunan, federation.centre] {
                    try await federation.mirrored(RollbackTests.common, size, at: peer)
                }
                try await node.stop()
                signed = try KeptLog.all(in: node.folder).filter(\.own)
            }

            /// All that was signed is here again, and with it one consistent history for everybody who kept any of it.
            func isWhole() async throws {
                try await node.register("after")
                let size = size + 1
                for peer in [federation.hunan, federation.centre] {
                    try await federation.mirrored(RollbackTests.common, size, at: peer)
                }
                let now = try KeptLog.all(in: node.folder).filter(\.own)
                #expect(now.map(\.origin) == signed.map(\.origin))
                for (before, after) in zip(signed, now) {
                    #expect(Array(after.entries.prefix(before.entries.count)) == before.entries, "\(before.origin)")
                }
                let everywhere = try federation.nodes.flatMap { try KeptLog.all(in: $0.folder) }
                for log in now {
                    let kept =
                        everywhere.filter { $0.origin == log.origin }.flatMap(\.notes)
                        + (signed.first { $0.origin == log.origin }?.notes ?? [])
                    #expect(!kept.isEmpty)
                    for note in kept {
                        #expect(
                            note.root == ReferenceRoot.of(log.entries.prefix(note.size)),
                            "\(log.origin) at \(note.size)")
                    }
                }
                for node in federation.nodes {
                    #expect(try await !node.conditions().contains { $0.hasPrefix("MIR-") || $0.hasPrefix("SIG-") })
                }
            }
        }

        @Test(
            "After a reboot peers are asked; in the same run of the machine it is known at once",
            arguments: [true, false])
        func restoredDatabaseTakesItsEntriesBack(rebooted: Bool) async throws {
            let story = try await Story()
            let node = story.node
            try story.early.restore()
            if rebooted { try Sentinel(of: node.folder).forget() }

            // Nothing can be recorded beside a node that has not asked anybody.
            let offline = try await node.say("x")
            #expect(offline.exitCode == 3 && offline.errors.contains("nothing was recorded"), "\(offline)")

            try await node.start()
            try await Eventually.holds("recovered: \(node.log)") { try await node.ownSize("common") == story.size }
            try await story.isWhole()
            #expect(node.log.contains("own-log-recovered"))
            // Once more, with what the machine remembers now.
            try await node.stop()
            try await node.start()
            #expect(!node.log.contains("signing-stopped"))
            try await story.federation.stop()
        }

        @Test func waitsForItsPeersAndSaysSo() async throws {
            let story = try await Story()
            let (node, federation) = (story.node, story.federation)
            for peer in [federation.hunan, federation.centre] { try await peer.stop() }
            try story.early.restore()
            try Sentinel(of: node.folder).forget()
            let held = try await node.ownSize("common")
            try await node.start()
            #expect(try await node.conditions().contains("SIG-01 500000.tongzhou.test"))
            let refused = try await node.say("x")
            #expect(refused.exitCode == 3 && refused.output.isEmpty, "\(refused)")
            #expect(refused.errors.contains("serve --sign-unconfirmed"), "\(refused)")
            let check = try await Run.tongzhou(["status", "--check", "--config", node.config])
            #expect(check.exitCode == 3 && check.output.contains("SIG-01"), "\(check)")
            try await Task.sleep(for: .seconds(2))
            #expect(try await node.ownSize("common") == held)

            try await federation.start(federation.hunan)
            try await Eventually.holds("recovered: \(node.log)") { try await node.ownSize("common") == story.size }
            try await federation.start(federation.centre)
            try await story.isWhole()
            try await federation.stop()
        }

        @Test func operatorCanWaiveTheCheckUntilAPeerShowsMore() async throws {
            let story = try await Story()
            let (node, federation) = (story.node, story.federation)
            for peer in [federation.hunan, federation.centre] { try await peer.stop() }
            try story.early.restore()
            try Sentinel(of: node.folder).forget()
            try await node.startUnconfirmed()
            #expect(node.log.contains("warning sign-unconfirmed"), "\(node.log)")
            try await node.register("x")
            try await federation.start(federation.hunan)
            try await Eventually.holds("stopped: \(node.log)") {
                try await node.conditions().contains("SIG-03 \(Self.common)")
            }
            let refused = try await node.say("y")
            #expect(refused.exitCode == 5 && refused.errors.contains("nothing was recorded"), "\(refused)")

            // Asked anew, the two histories are proven, and stay so whoever is there.
            try await node.stop()
            try await node.start()
            try await Eventually.holds("frozen: \(node.log)") {
                try await node.conditions().contains("SIG-04 \(Self.common)")
            }
            try await node.stop()
            try await federation.hunan.stop()
            try await node.start("--sign-unconfirmed")
            #expect(try await node.conditions().contains("SIG-04 \(Self.common)"))
            #expect(try await Run.tongzhou(["status", "--check", "--config", node.config]).exitCode == 5)
            try await aNewEpochIsTheWayOut(node)
            try await federation.stop()
        }

        /// The forked log is signed no further, not even to close it; the next one names the branch that counts.
        private func aNewEpochIsTheWayOut(_ node: TestNode) async throws {
            try await node.stop()
            let before = try KeptLog.own(Self.common, in: node.folder).entries
            let settings = Run.text(node.config).replacing("epoch: 1", with: "epoch: 2")
            try Data(settings.utf8).write(to: URL(filePath: node.config))
            try await node.startUnconfirmed()
            try await node.done("epoch", "open")
            try await node.register("z")
            #expect(try await !node.conditions().contains { $0.hasPrefix("SIG-") })
            #expect(try KeptLog.own(Self.common, in: node.folder).entries == before)
            let opened = try KeptLog.own("\(node.name)/common/2", in: node.folder)
            #expect(opened.kinds == ["epoch-opened", "node", "section"])
            #expect(opened.bodies.first?["previous"]["size"].number == before.count)
        }

        @Test func lostDiskIsRebuiltFromMirrors() async throws {
            let story = try await Story()
            let (node, federation) = (story.node, story.federation)
            let manager = FileManager.default
            for name in try manager.contentsOfDirectory(atPath: node.folder)
            where name.contains(".sqlite") || name == "node.lock" || name == "control.sock" {
                try manager.removeItem(atPath: "\(node.folder)/\(name)")
            }
            let database = "\(node.folder)/log.sqlite"

            let made = try await Run.tongzhou([
                "init", node.folder, "--facts", ProgramUnderTest.file("peers/500000.yaml"), "--certs",
                federation.scratch("certs"), "--peers", federation.scratch("peers"),
            ])
            #expect(made.exitCode == 5 && made.errors.contains("tongzhou recover"), "\(made)")

            // Without its key a log cannot go on.
            try manager.moveItem(atPath: "\(node.folder)/keys/log.key", toPath: federation.scratch("log.key"))
            let keyless = try await node.command("recover")
            #expect(keyless.exitCode == 6 && keyless.errors.contains("new epoch"), "\(keyless)")
            #expect(!manager.fileExists(atPath: database) && !manager.fileExists(atPath: "\(node.folder)/keys/log.key"))
            try manager.moveItem(atPath: federation.scratch("log.key"), toPath: "\(node.folder)/keys/log.key")

            for peer in [federation.hunan, federation.centre] { try await peer.stop() }
            let alone = try await node.command("recover")
            #expect(alone.exitCode == 3 && !manager.fileExists(atPath: database), "\(alone)")

            try await federation.start(federation.hunan)
            let recovered = try await node.command("recover")
            #expect(recovered.exitCode == 0 && recovered.json["complete"].flag == true, "\(recovered)")
            #expect(recovered.json["silent"].list.map { $0["peer"].text } == ["100000.tongzhou.test"])
            for log in story.signed {
                let told = recovered.json["logs"].list.first { $0["origin"].text == log.origin }
                #expect(told?["had"].number == 0 && told?["has"].number == log.entries.count, "\(recovered)")
            }
            #expect(try Sentinel(of: node.folder).content == nil, "serve asks once more")
            let again = try await node.command("recover")
            #expect(again.exitCode == 0, "\(again)")
            try await federation.start(node, federation.centre)
            try await node.asked()
            try await story.isWhole()
            let running = try await node.command("recover")
            #expect(running.exitCode == 1 && running.errors.contains("in use"), "\(running)")
            try await federation.stop()
        }

        /// The same key on two machines: whichever has not signed last sees itself overtaken, the copy by the mirrors,
        /// which follow the original, the original by the witnesses, to which the copy has submitted.
        @Test(arguments: [true, false])
        func copiedKeyIsDetected(originalSigns: Bool) async throws {
            let story = try await Story()
            let (node, federation) = (story.node, story.federation)
            let copy = TestNode(code: node.code, folder: federation.scratch("copy"), port: try LoopbackPort.free())
            try FileManager.default.copyItem(atPath: node.folder, toPath: copy.folder)
            let settings = Run.text(copy.config).replacing("port: \(node.port)", with: "port: \(copy.port)")
            try Data(settings.utf8).write(to: URL(filePath: copy.config))
            try await federation.start(node, copy)
            try await Eventually.holds("both are cleared") {
                let open = try await node.conditions() + copy.conditions()
                return !open.contains { $0.hasPrefix("SIG-") }
            }
            let (signing, overtaken) = originalSigns ? (node, copy) : (copy, node)
            try await signing.register("one")
            try await Eventually.holds("stopped: \(overtaken.log)") {
                try await overtaken.conditions().contains("SIG-03 \(Self.common)")
            }
            let refused = try await overtaken.say("two")
            #expect(refused.exitCode == 5, "\(refused)")
            try await copy.stop()
            try await federation.stop()
        }
    }
}
