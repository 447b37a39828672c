import Compensation
import Federation
import Foundation
import NationalCryptography
import Presentation
import Testing
import TransparencyLog

@testable import NodeService

/// Sections `sm2` and `signatures` of `node.yaml`, `sm2_keys` of a peer file, and the key files.
@Suite("The configuration of SM2 keys")
struct SM2ConfigurationTests {
    private func read(_ sections: String, in folder: Folder) throws -> NodeConfiguration {
        // Peers inside the folder: what stands beside it is everybody's.
        let text = NodeConfigurationTests.sound.replacingOccurrences(of: "../peers", with: "peers")
        return try NodeConfiguration(contentsOf: try folder.write("node.yaml", text + sections + "\n"))
    }

    private func peer(_ folder: Folder, sm2Keys: String) throws -> PeerConfiguration {
        let text = """
            node: 430000.tongzhou.test
            code: "430000"
            role: province
            name: {zh: 湖南省, en: Hunan}
            address: {host: localhost, port: 19430}
            log_key: \(Base64.encode(Array(repeating: 1, count: 32)))
            logs: [common/1]
            \(sm2Keys)

            """
        return try PeerConfiguration(contentsOf: try folder.write("peer.yaml", text))
    }

    @Test("Nothing is signed with SM2, and Ed25519 is demanded, unless it is said")
    func standard() throws {
        let folder = try Folder()
        let configuration = try read("", in: folder)
        #expect(configuration.sm2.files.isEmpty && configuration.member(logKey: []).sm2Keys.isEmpty)
        let plain = try peer(folder, sm2Keys: "")
        #expect(try configuration.demanding([plain])[0].member.required == [.ed25519])
        let text = PeerConfiguration.text(of: configuration, logKey: [1], host: "h", port: 1)
        #expect(!text.contains("sm2"))
    }

    @Test("Demands by member")
    func demands() throws {
        let folder = try Folder()
        let key = Base64.encode(try SM2PrivateKey.generate().publicKey.point)
        let member = try peer(folder, sm2Keys: "sm2_keys: [\(key)]")
        #expect(member.member.sm2Keys.map { Base64.encode($0) } == [key])
        for (section, wanted) in [
            ("{members: [sm2]}", [.sm2]), ("{members: [ed25519, sm2]}", [.ed25519, .sm2]),
            ("{members: [sm2], 430000.tongzhou.test: [ed25519]}", [.ed25519]),
        ] as [(String, [SignatureAlgorithm])] {
            let configuration = try read("signatures: \(section)", in: folder)
            #expect(try configuration.demanding([member])[0].member.required == wanted, "\(section)")
        }
        // What is demanded of nobody that is known, and what cannot be met, is refused at the start.
        let misspelt = try read("signatures: {43000.tongzhou.test: [sm2]}", in: folder)
        #expect(throws: ConfigurationProblem.self) { try misspelt.demanding([member]) }
        #expect(try misspelt.demanding([]).isEmpty)
        let strict = try read("signatures: {members: [sm2]}", in: folder)
        let plain = try peer(folder, sm2Keys: "")
        #expect(throws: ConfigurationProblem.self) { try strict.demanding([plain]) }
    }

    @Test("Repair and doctor demand of a new checkpoint what following does, and SM2 never alone")
    func knownKeys() throws {
        let folder = try Folder()
        let configuration = try read("signatures: {members: [sm2]}", in: folder)
        try FileManager.default.createDirectory(
            at: configuration.logKey.deletingLastPathComponent(), withIntermediateDirectories: true)
        try LogKey.generate().write(to: configuration.logKey)
        let point = try SM2PrivateKey.generate().publicKey.point
        let peer = try peer(folder, sm2Keys: "sm2_keys: [\(Base64.encode(point))]")
        try FileManager.default.createDirectory(at: configuration.peers, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: folder.url.appending(path: "peer.yaml"), to: configuration.peers.appending(path: "peer.yaml"))
        let keys = try KnownKeys(configuration, nil)
        #expect(keys.noteKeys(of: peer.logs[0]).required == [.ed25519])
        #expect(keys.demandedKeys(of: peer.logs[0]).required == [.ed25519, .sm2])
    }

    @Test(
        "What is refused",
        arguments: [
            "signatures: {members: []}", "signatures: {members: [rsa]}", "signatures: {every body: [sm2]}",
            "signatures: sm2", "sm2: {}", "sm2: {keys: keys/sm2.key}", "sm2: {keys: [a], key: b}",
            "sm2: {keys: [a, b, c, d, e]}", "sm2: {keys: [a], former: [AAAA]}",
            "sm2: {keys: [a], tree: ja}", "sm2: {keys: [], tree: true}",
            // A point that is not on the curve.
            "sm2: {keys: [a], former: [BA\(String(repeating: "A", count: 86))]}",
        ])
    func refused(section: String) throws {
        let folder = try Folder()
        #expect(throws: ConfigurationProblem.self) { try read(section, in: folder) }
    }

    @Test("An SM3 tree is off unless it is said, and needs a key; what is wrong is named with its line")
    func tree() throws {
        let folder = try Folder()
        #expect(try !read("", in: folder).sm2.tree)
        #expect(try !read("sm2: {keys: [a]}", in: folder).sm2.tree)
        #expect(try read("sm2: {keys: [a], tree: true}", in: folder).sm2.tree)
        do {
            _ = try read("sm2:\n  keys: []\n  tree: true", in: folder)
            Issue.record("an SM3 tree without a key")
        } catch let problem as ConfigurationProblem {
            let lines = try String(contentsOf: folder.url.appending(path: "node.yaml"), encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false)
            #expect(problem.file.hasSuffix("node.yaml") && lines[problem.line - 1] == "  tree: true")
        }
    }

    @Test(
        "A peer's keys that are none", arguments: ["x", "[AAAA]", "[\(Base64.encode(Array(repeating: 4, count: 65)))]"])
    func wrongPeer(keys: String) throws {
        let folder = try Folder()
        #expect(throws: ConfigurationProblem.self) { try peer(folder, sm2Keys: "sm2_keys: \(keys)") }
    }

    @Test("A key file is the owner's alone, encrypted where there is a passphrase, and never written over")
    func keyFiles() throws {
        let folder = try Folder()
        let secret = try folder.write("secret", "江河湖海一二三四\n", mode: 0o600)
        for (name, passphrase) in [("clear.key", nil), ("encrypted.key", secret)] as [(String, URL?)] {
            let file = folder.url.appending(path: name)
            let outcome = try NewLogKey.writeSM2(to: file, passphrase: passphrase, .en, format: .json)
            let word = try passphrase.map { try SM2LogKey.passphrase($0) }
            let key = try SM2LogKey(contentsOf: file, passphrase: word)
            // `/` is written as `\/` nowhere: the key stands in the answer as in a peer file.
            #expect(outcome.output.contains("\"sm2_key\":\"\(Base64.encode(key.publicKey))\""))
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o600)
            #expect(throws: CertificateFailure.self) {
                try NewLogKey.writeSM2(to: file, passphrase: passphrase, .en, format: .json)
            }
            if word != nil {
                #expect(throws: ConfigurationProblem.self) { try SM2LogKey(contentsOf: file, passphrase: nil) }
                #expect(throws: ConfigurationProblem.self) {
                    try SM2LogKey(contentsOf: file, passphrase: Array("another".utf8))
                }
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
            #expect(throws: ConfigurationProblem.self) { try SM2LogKey(contentsOf: file, passphrase: word) }
        }
        let log = folder.url.appending(path: "log.key")
        try LogKey.generate().write(to: log)
        #expect(throws: ConfigurationProblem.self) { try SM2LogKey(contentsOf: log, passphrase: nil) }
        for (text, mode) in [("short\n", 0o600), ("", 0o600), ("long enough to count\n", 0o644)] {
            let file = try folder.write("wrong", text, mode: mode)
            #expect(throws: ConfigurationProblem.self) { try SM2LogKey.passphrase(file) }
        }
    }

    @Test("What a node signs with SM2 stands in its files and its logs; repaired checkpoints carry it as well")
    func ring() throws {
        let folder = try Folder()
        let configuration = try read("sm2: {keys: [keys/sm2.key]}", in: folder)
        try configuration.sm2.create()
        try LogKey.generate().write(to: configuration.logKey)
        let ring = try KeyRing(configuration)
        let origin = try #require(LogOrigin("500000.tongzhou.test/common/1"))
        let signers = ring.signers(of: origin, [ring.configured.publicKey])
        #expect(signers.map(\.verifier.algorithm) == [.ed25519, .sm2])
        // SM2 is never alone.
        #expect(ring.signers(of: origin, []).isEmpty && ring.cosigners(.witness, of: origin.node, []).isEmpty)
        let checkpoint = Checkpoint(origin: origin.text, size: 0, root: .emptyTree)
        let note = try KeyRing.note(checkpoint, of: origin, by: signers)
        let keys = NoteKeys(ring.noteKeys(of: origin).verifiers, required: [.ed25519, .sm2])
        #expect(try VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys).get().checkpoint == checkpoint)
        let text = PeerConfiguration.text(
            of: configuration, logKey: [1], sm2: try configuration.sm2.publicKeys(), host: "h", port: 1)
        #expect(text.contains("sm2_keys: [\(Base64.encode(ring.sm2[0].publicKey))]\nlogs: "))
        // Creating again leaves the key as it is.
        try configuration.sm2.create()
        #expect(try configuration.sm2.read().map(\.publicKey) == ring.sm2.map(\.publicKey))
    }
}
