import Crypto
import Foundation
import Testing

extension EndToEnd {
    /// What a node mirrors it serves back (C2SP tlog-mirror), to those who may read it, under its own cosignature.
    @Suite struct MirrorsServedTests {
        private static let python = ProgramUnderTest.file(".build-venv/bin/python3")

        private func hash(_ origin: String) -> String {
            SHA256.hash(data: Data(origin.utf8)).map { String(format: "%02x", $0) }.joined()
        }

        /// The status line's code and the body of a GET by `reader`, or by another name of the authority.
        private func get(
            _ path: String, at node: TestNode, by reader: String, _ federation: TestFederation
        ) async throws -> (status: String, body: String) {
            let result = try await Run.program(
                "curl",
                [
                    "-s", "-i", "--path-as-is", "--cacert", federation.authority, "--connect-to",
                    "\(node.name):443:127.0.0.1:\(node.port)", "--cert", federation.scratch("certs/\(reader).pem"),
                    "--key",
                    federation.scratch("certs/\(reader).key"), "https://\(node.name)\(path)",
                ])
            let parts = result.output.components(separatedBy: "\r\n\r\n")
            return (String(result.output.split(separator: " ").dropFirst().first ?? ""), parts.dropFirst().joined())
        }

        @Test("Another implementation audits what a mirror serves", arguments: ["common", "youshui"])
        func anotherImplementationAgrees(channel: String) async throws {
            let federation = try await TestFederation()
            let (owner, mirror) = (federation.chongqing, federation.hunan)
            try await federation.start(owner, mirror, federation.centre)
            try await federation.agree()
            let origin = "\(owner.name)/\(channel)/1"
            let size = try #require(try await owner.ownSize(channel))
            try await federation.mirrored(origin, size, at: mirror)
            for reader in [owner, federation.centre] {
                let result = try await Run.program(
                    Self.python,
                    [
                        ProgramUnderTest.file("Tests/TransparencyLogTests/audit_log.py"), "--vkey",
                        try VerifierKey.text(of: owner, channel: channel), "--connect", "127.0.0.1:\(mirror.port)",
                        "--cert", federation.certificate(reader), "--key", federation.key(reader), "--ca",
                        federation.authority, "https://\(mirror.name)/mirror/\(hash(origin))",
                    ])
                #expect(result.json["ok"].flag == true && result.json["size"].number == size, "\(result)")
            }
            try await federation.stop()
        }

        @Test func checkpointCarriesTheMirrorsCosignature() async throws {
            let federation = try await TestFederation()
            let (owner, mirror) = (federation.chongqing, federation.hunan)
            let origin = "\(owner.name)/common/1"
            let path = "/mirror/\(hash(origin))/checkpoint"
            try await federation.start(owner, mirror)
            try await owner.register("a")
            try await federation.mirrored(origin, 2, at: mirror)
            let first = try await get(path, at: mirror, by: federation.centre.name, federation)
            try await expectCosigned(first.body, origin, 2, by: mirror)

            // The same bytes again, also after a restart and while the owner is away: nothing is signed a second time.
            try await owner.stop()
            #expect(try await get(path, at: mirror, by: owner.name, federation) == first)
            try await mirror.stop()
            try await mirror.start()
            #expect(try await get(path, at: mirror, by: owner.name, federation) == first)
            try await federation.start(owner)
            try await owner.register("b")
            try await federation.mirrored(origin, 3, at: mirror)
            let second = try await get(path, at: mirror, by: federation.centre.name, federation)
            try await expectCosigned(second.body, origin, 3, by: mirror)
            #expect(second.body.contains("\(origin)\n3\n"))
            try await federation.stop()
        }

        /// As C2SP tlog-cosignature has it: key ID over name, type 04 and key; time and signature over the whole body.
        private func expectCosigned(_ note: String, _ origin: String, _ size: Int, by mirror: TestNode) async throws {
            let parts = note.components(separatedBy: "\n\n")
            let lines = try #require(parts.last).split(separator: "\n")
            #expect(parts.count == 2 && lines.count == 2 && lines[0].hasPrefix("\u{2014} \(origin) "), "\(note)")
            #expect(note.hasPrefix("\(origin)\n\(size)\n"), "\(note)")
            let name = "\(mirror.name)/mirror"
            let blob = try #require(Data(base64Encoded: String(lines.last?.split(separator: " ").last ?? "")))
            #expect(lines[1].hasPrefix("\u{2014} \(name) ") && blob.count == 4 + 8 + 64, "\(note)")
            let named = try await mirror.done("keys")["keys"].list.first { $0["node"].text == mirror.name }
            let vkey = (named?["mirror_key"].text ?? "").split(separator: "+", maxSplits: 2)
            let key = try #require(Data(base64Encoded: String(vkey.last ?? ""))).dropFirst()
            // A key of its own: neither the log's nor the witness's.
            #expect(named?["log_key"].text != Data(key).base64EncodedString())
            #expect(named?["witness_key"].text.hasSuffix(String(vkey.last ?? "")) == false)
            let id = SHA256.hash(data: Data(name.utf8) + Data([0x0A, 0x04]) + key).prefix(4)
            #expect(Array(blob.prefix(4)) == Array(id))
            let time = blob.dropFirst(4).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            #expect(abs(Date().timeIntervalSince1970 - Double(time)) < 120)
            let message = Data("cosignature/v1\ntime \(time)\n\(parts[0])\n".utf8)
            let signer = try Curve25519.Signing.PublicKey(rawRepresentation: key)
            #expect(signer.isValidSignature(blob.dropFirst(12), for: message), "\(note)")
        }

        @Test func onlyReadersOfTheLogGetIt() async throws {
            let federation = try await TestFederation()
            let (owner, mirror) = (federation.hunan, federation.chongqing)
            // A further member, whose node is not there.
            let outsider = "520000.tongzhou.test"
            try await Run.done(["certs", "--folder", federation.scratch("certs"), outsider])
            let facts = Run.text("\(federation.centre.folder)/\(federation.centre.name).yaml")
                .replacing("100000", with: "520000").replacing("role: centre", with: "role: province")
                .replacing(/logs: .*/, with: "logs: []").replacing(/port: \d+/, with: "port: 1")
                .replacing(
                    /log_key: .*/,
                    with:
                        "log_key: \(Curve25519.Signing.PrivateKey().publicKey.rawRepresentation.base64EncodedString())")
            try Data(facts.utf8).write(to: URL(filePath: federation.scratch("peers/\(outsider).yaml")))
            try await federation.start(owner, mirror, federation.centre)
            try await federation.agree()
            try await federation.mirrored("\(owner.name)/common/1", 1, at: mirror)
            let youshui = "/mirror/\(hash("\(owner.name)/youshui/1"))"
            let common = "/mirror/\(hash("\(owner.name)/common/1"))"
            for resource in ["checkpoint", "tile/entries/000.p/2", "tile/0/000.p/2"] {
                for reader in [owner.name, federation.centre.name] {
                    #expect(try await get("\(youshui)/\(resource)", at: mirror, by: reader, federation).status == "200")
                }
                let refused = try await get("\(youshui)/\(resource)", at: mirror, by: outsider, federation)
                #expect(refused.status == "404" && refused.body.isEmpty, "\(refused)")
            }
            #expect(try await get("\(common)/checkpoint", at: mirror, by: outsider, federation).status == "200")
            let nothing = [
                "/mirror/\(hash("\(mirror.name)/common/1"))/checkpoint", "/mirror/\(hash("nobody"))/checkpoint",
                "\(common)/../\(hash("\(owner.name)/common/1"))/checkpoint", "\(common)/tile/0/000",
                "\(common)/tile/0/001",
                "\(common)/tile/entries/000.p/0", "\(common)/tile/entries/000.p/255", "\(common)/checkpoint/",
                "\(common)/",
            ]
            for path in nothing {
                let refused = try await get(path, at: mirror, by: owner.name, federation)
                #expect(refused.status == "404" && refused.body.isEmpty, "\(path): \(refused)")
            }
            try await federation.stop()
        }
    }
}
