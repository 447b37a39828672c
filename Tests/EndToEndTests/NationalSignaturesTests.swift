import Crypto
import Foundation
import Testing

extension EndToEnd {
    /// Every node signs with SM2 as well; Chongqing demands SM2 of the others, Hunan Ed25519, the centre both.
    @Suite struct NationalSignaturesTests {
        private static let python = ProgramUnderTest.file(".build-venv/bin/python3")

        private func federation() async throws -> TestFederation {
            let secret = try ScratchFolder()
            let passphrase = try secret.write("passphrase", "correct horse\n")
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: passphrase)
            let federation = try await TestFederation([
                "500000": ["--sm2"], "430000": ["--sm2", "--passphrase-file", passphrase], "100000": ["--sm2"],
            ])
            // The file stays as long as the federation does.
            try FileManager.default.copyItem(atPath: passphrase, toPath: federation.scratch("passphrase"))
            try replace(passphrase, federation.scratch("passphrase"), in: federation.hunan.config)
            let key = Run.text("\(federation.hunan.folder)/keys/sm2.key")
            #expect(key.hasPrefix("-----BEGIN ENCRYPTED "))
            for (node, demand) in [
                (federation.chongqing, "[sm2]"), (federation.hunan, "[ed25519]"), (federation.centre, "[ed25519, sm2]"),
            ] {
                try replace("\npeers: ", "\nsignatures: {members: \(demand)}\npeers: ", in: node.config)
            }
            return federation
        }

        private func replace(_ old: String, _ new: String, in file: String) throws {
            let text = Run.text(file)
            try #require(text.contains(old), "\(old) in \(text)")
            try Data(text.replacing(old, with: new).utf8).write(to: URL(filePath: file))
        }

        private func point(_ node: TestNode) throws -> String {
            let line = Run.text("\(node.folder)/\(node.name).yaml").split(separator: "\n")
                .first { $0.hasPrefix("sm2_keys: [") }
            return String(try #require(line).dropFirst("sm2_keys: [".count).dropLast())
        }

        /// What an independent reader of the specification finds in the note that `node` serves at `path`.
        private func judge(
            _ federation: TestFederation, _ node: TestNode, _ path: String, reader: TestNode, _ name: String,
            _ role: String..., point other: String? = nil
        ) async throws -> JSONAnswer {
            let answer = try await Stranger(scratch: federation.scratch).curl(
                node, path, trusting: federation.authority, "--cert", federation.certificate(reader), "--key",
                federation.key(reader))
            let body = answer.output.components(separatedBy: "\r\n\r\n").last ?? ""
            let note = try federation.scratch.write("note", body)
            let owner = try #require(federation.nodes.first { name.hasPrefix($0.name) })
            return try await Run.program(
                Self.python,
                [
                    ProgramUnderTest.file("Tests/EndToEndTests/Judges/sm2_note.py"), note, name,
                    try other ?? point(owner),
                ] + role
            ).json
        }

        @Test func threePoliciesTellOneStory() async throws {
            let federation = try await federation()
            let (chongqing, hunan, centre) = (federation.chongqing, federation.hunan, federation.centre)
            try await federation.start(chongqing, hunan, centre)
            try await federation.agree()
            try await chongqing.done("import", ProgramUnderTest.file("docs/demo/liye-2021-04.csv"), "--year", "2021")
            for node in [chongqing, hunan] { try await federation.settlement("proposed", at: node) }
            try await chongqing.done(
                "correct", ProgramUnderTest.file("docs/demo/liye-2021-04-correction.csv"), "--year", "2021", "--reason",
                "仪器维护后高锰酸盐指数异常（13.60），经核查剔除")
            try await federation.settlement("disputed", at: centre)
            // The centre may have the correction before Hunan has it.
            try await Eventually.holds("Hunan endorses") {
                try await hunan.done("endorse")["entries"].list.count == 1
            }
            // 16.23/7 = 2.3186, class Ⅱ: Hunan pays the month's 400 000 yuan.
            for node in [chongqing, hunan] {
                try await Eventually.holds("\(node.code): the direction has flipped") {
                    let settlement = try await node.done("settlements")["settlements"][0]
                    let digests = settlement["positions"].list.map { $0["proposed_digest"].text }
                    return settlement["transfers"][0]["payer"].text == "430000"
                        && digests == Array(repeating: settlement["own_digest"].text, count: 2)
                }
            }
            for node in [chongqing, hunan] { try await node.done("accept", "youshui-2019", "2021-04") }
            for node in federation.nodes {
                try await federation.settlement("recorded", at: node)
                let transfer = try await node.done("settlements")["settlements"][0]["transfers"][0]
                #expect(transfer["payer"].text == "430000" && transfer["amount_fen"].number == 40_000_000)
            }
            for node in federation.nodes {
                let keys = try await node.done("keys")["keys"].list
                #expect(
                    keys.map { "\($0["algorithm"].text) \($0["state"].text)" }.sorted()
                        == Array(repeating: "ed25519 signing", count: 3) + Array(repeating: "sm2 signing", count: 3))
                try await node.done("log", "verify")
            }

            // Both lines are there, and hold for OpenSSL's own program.
            let origin = "\(chongqing.name)/youshui/1"
            let served = try await judge(
                federation, chongqing, "/log/youshui/1/checkpoint", reader: hunan, origin)
            #expect(
                served["lines"].number == 2 && served["sm2"].number == 1 && served["holds"].flag == true, "\(served)")
            let hash = SHA256.hash(data: Data(origin.utf8)).map { String(format: "%02x", $0) }.joined()
            for (path, name) in [("mirror", "\(hunan.name)/mirror"), ("witness", "\(hunan.name)/witness")] {
                let cosigned = try await judge(
                    federation, hunan, "/\(path)/\(hash)/checkpoint", reader: chongqing, name, "cosigner")
                #expect(cosigned["lines"].number == 2 && cosigned["holds"].flag == true, "\(name): \(cosigned)")
            }
            // A reader that has never heard of SM2 audits the log as any other.
            let audit = try await Run.program(
                Self.python,
                [
                    ProgramUnderTest.file("Tests/TransparencyLogTests/audit_log.py"), "--vkey",
                    try VerifierKey.text(of: chongqing, channel: "youshui"), "--connect", "127.0.0.1:\(chongqing.port)",
                    "--cert", federation.certificate(hunan), "--key", federation.key(hunan), "--ca",
                    federation.authority, "https://\(chongqing.name)/log/youshui/1",
                ])
            #expect(audit.json["ok"].flag == true, "\(audit)")

            // Proofs say which signatures were checked.
            let folder = federation.scratch("proofs")
            try await hunan.done("proof", "youshui-2019", "2021-04", "--out", folder)
            let proofs = try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".tlog-proof") }.map { "\(folder)/\($0)" }.sorted()
            let both = try await Run.done(["proof", "verify", "--json"] + proofs).json["files"].list
            #expect(both.count == 5)
            #expect(both.allSatisfy { $0["signatures"].list.map(\.text) == ["ed25519", "sm2"] })
            let key = try #require(
                Run.text("\(folder)/keys.txt").split(separator: "\n").first {
                    $0.hasPrefix("\(chongqing.name)/youshui/1+") && $0.utf8.count > 150
                })
            let one = try await Run.done([
                "proof", "verify", "--json", "\(folder)/acceptance-500000.tlog-proof", "--key", String(key),
            ]).json["files"][0]
            #expect(one["proven"].flag == true && one["signatures"].list.map(\.text) == ["sm2"], "\(one)")
            let statement = try await hunan.done("settlements", "statement", "youshui-2019", "2021-04")
            #expect(statement["signatures"].list.allSatisfy { $0["sm2_fingerprints"].list.count == 1 })

            try await missingLine(federation)
            try await rotated(federation)
            try await federation.stop()
            for node in federation.nodes { #expect(try await node.command("check").exitCode == 0, "\(node.code)") }
        }

        /// Chongqing takes another key: both sign, then the new one alone.
        private func rotated(_ federation: TestFederation) async throws {
            let (chongqing, hunan, centre) = (federation.chongqing, federation.hunan, federation.centre)
            let origin = "\(chongqing.name)/common/1"
            let file = federation.scratch("peers/\(chongqing.name).yaml")
            let old = try point(chongqing)
            let new = try await Run.done(["keys", "new", "\(chongqing.folder)/keys/sm2-2.key", "--sm2", "--json"])
                .json["sm2_key"].text
            try replace("sm2_keys: [\(old)]", "sm2_keys: [\(old), \(new)]", in: file)
            for (section, lines) in [
                ("{keys: [keys/sm2.key, keys/sm2-2.key]}", 3), ("{keys: [keys/sm2-2.key], former: [\(old)]}", 2),
            ] {
                try await federation.stop()
                let text = Run.text(chongqing.config).replacing(/sm2: \{.*\}/, with: "sm2: \(section)")
                try Data(text.utf8).write(to: URL(filePath: chongqing.config))
                try await federation.start(chongqing, hunan, centre)
                try await chongqing.register("with-\(lines)-lines")
                let size = try await chongqing.ownSize("common") ?? 0
                for node in [hunan, centre] { try await federation.mirrored(origin, size, at: node) }
                let served = try await judge(
                    federation, chongqing, "/log/common/1/checkpoint", reader: hunan, origin, point: new)
                #expect(served["lines"].number == lines && served["sm2"].number == 1 && served["holds"].flag == true)
                let states = try await centre.done("keys")["keys"].list.filter { $0["node"].text == chongqing.name }
                    .map { $0["state"].text }
                #expect(states == ["signing", lines == 3 ? "signing" : "not-in-use", "signing"])
            }
        }

        /// Hunan stops signing with SM2: who demands it takes in nothing new until Hunan does so again.
        private func missingLine(_ federation: TestFederation) async throws {
            let (chongqing, hunan, centre) = (federation.chongqing, federation.hunan, federation.centre)
            let origin = "\(hunan.name)/common/1"
            try await hunan.stop()
            let configuration = Run.text(hunan.config)
            try replace(
                "sm2: {keys: [keys/sm2.key],", "sm2: {keys: [], former: [\(try point(hunan))],", in: hunan.config)
            try await hunan.start()
            try await hunan.register("without")
            let size = try await hunan.ownSize("common") ?? 0
            for node in [chongqing, centre] {
                try await Eventually.holds("\(node.code) refuses: \(node.log)") {
                    let found = try await node.done("status")["conditions"].list.filter {
                        $0["code"].text == "MIR-05" && $0["subject"].text == origin
                    }
                    return found.contains { $0["detail"].text.contains("note-signature-missing") }
                }
                #expect(try await node.peer(origin)["verified"].number ?? 0 < size)
            }
            let doctor = try await chongqing.command("doctor", "--lang", "en")
            #expect(doctor.output.contains("the checkpoint lacks a demanded signature: sm2"), "\(doctor)")
            // The same history, as far as the two of them have it.
            let against = try await chongqing.command("check", "--against", hunan.name)
            #expect(against.exitCode == 0, "\(against)")
            try await noRepairWithoutIt(chongqing, origin, beyond: size, federation.scratch)
            try await hunan.stop()
            try Data(configuration.utf8).write(to: URL(filePath: hunan.config))
            try await hunan.start()
            try await hunan.register("with")
            let grown = try await hunan.ownSize("common") ?? 0
            for node in [chongqing, centre] { try await federation.mirrored(origin, grown, at: node) }
        }

        /// The last checkpoint has rotted. The newer one that its owner shows lacks what is demanded and is not taken,
        /// nor anything under it; the centre may have the old one too.
        private func noRepairWithoutIt(
            _ node: TestNode, _ origin: String, beyond size: Int, _ scratch: ScratchFolder
        ) async throws {
            try await node.stop()
            let whole = try Backup(of: node, scratch)
            let own = "log IN (SELECT id FROM log WHERE origin = '\(origin)')"
            try Tampering.execute(
                node.folder,
                """
                UPDATE checkpoint SET note = zeroblob(length(note))
                WHERE \(own) AND size = (SELECT max(size) FROM checkpoint WHERE \(own))
                """)
            let repair = try await node.command("repair")
            #expect(repair.output.contains("note-signature-missing"), "\(repair)")
            let kept = try #require(try KeptLog.all(in: node.folder).first { $0.origin == origin })
            #expect(kept.entries.count < size)
            try whole.restore()
            try await node.start()
        }
    }
}
