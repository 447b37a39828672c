import Compensation
import Federation
import Foundation
import TestSupport
import Testing
import TransparencyLog

@testable import NodeService

/// The files that neighbours give each other.
@Suite("The configuration of peers")
struct PeerConfigurationTests {
    private static func text(
        node: String = "430000.tongzhou.test", code: String = "430000", key: UInt8 = 1, more: String = ""
    ) -> String {
        """
        node: \(node)
        code: "\(code)"
        role: province
        name: {zh: 湖南省, en: Hunan}
        address: {host: localhost, port: 19430}
        log_key: \(Base64.encode(Array(repeating: key, count: 32)))
        logs: [youshui/1, common/1]
        \(more)
        """
    }

    private func fingerprint(_ text: String) throws -> String {
        let folder = try Folder()
        return try PeerConfiguration(contentsOf: try folder.write("peer.yaml", text)).fingerprint.hex
    }

    @Test("The fingerprint is SHA-256 over all facts, as Python computes it")
    func fingerprint() throws {
        let more =
            "tls_key: \(String(repeating: "0a", count: 32))\nformer_keys: {common/1: \(Base64.encode(Array(repeating: 2, count: 32)))}"
        let computed: [String] = try Python.answer(
            """
            import base64, hashlib, json, sys
            json.load(sys.stdin)
            facts = {"node": "430000.tongzhou.test", "code": "430000", "role": "province",
                     "name": {"zh": "湖南省", "en": "Hunan"}, "address": {"host": "localhost", "port": 19430},
                     "log_key": base64.b64encode(bytes([1] * 32)).decode(), "logs": ["common/1", "youshui/1"]}
            def digest(): return hashlib.sha256(json.dumps(
                facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()
            plain = digest()
            facts["tls_key"] = "0a" * 32
            facts["former_keys"] = {"common/1": base64.b64encode(bytes([2] * 32)).decode()}
            json.dump([plain, digest()], sys.stdout)
            """, to: [String]())
        #expect(try [fingerprint(Self.text()), fingerprint(Self.text(more: more))] == computed)
    }

    @Test("Whatever a file says otherwise has another fingerprint; how it is written has not")
    func everyFactCounts() throws {
        let plain = try fingerprint(Self.text())
        let pin = "tls_key: \(String(repeating: "0a", count: 32))"
        let former = "former_keys: {common/1: \(Base64.encode(Array(repeating: 2, count: 32)))}"
        let others =
            [
                ("role: province", "role: centre"), ("湖南省", "湖北省"), ("Hunan", "Hubei"), ("localhost", "localhost2"),
                ("19430", "19431"), ("youshui/1", "youshui/2"), ("role: province", "role: province\n\(pin)"),
                ("role: province", "role: province\n\(former)"), ("code: \"430000\"", "code: \"420000\""),
            ].map { Self.text().replacingOccurrences(of: $0.0, with: $0.1) } + [Self.text(key: 3)]
        let found = try others.map { try fingerprint($0) }
        #expect(Set(found + [plain]).count == others.count + 1)
        let rewritten = Self.text().replacingOccurrences(
            of: "[youshui/1, common/1]", with: "[common/1,   youshui/1] # 注")
        #expect(try fingerprint(rewritten) == plain)
    }

    private func problem(_ text: String) throws -> ConfigurationProblem {
        let folder = try Folder()
        let file = try folder.write("peer.yaml", text)
        return try #require(throws: ConfigurationProblem.self) { try PeerConfiguration(contentsOf: file) }
    }

    @Test("A sound file")
    func sound() throws {
        let folder = try Folder()
        let pin = String(repeating: "0a", count: 32)
        let file = try folder.write("peer.yaml", Self.text(more: "tls_key: \(pin)"))
        let peer = try PeerConfiguration(contentsOf: file)
        #expect(peer.member.logKey == Array(repeating: 1, count: 32))
        #expect((peer.host, peer.port) == ("localhost", 19430))
        #expect(peer.logs.map(\.text) == ["430000.tongzhou.test/common/1", "430000.tongzhou.test/youshui/1"])
        #expect(peer.tlsKey == pin)
    }

    @Test(
        "What is wrong is refused",
        arguments: [
            ("19430", "0", "address.port"), ("youshui/1", "youshui", "youshui"),
            ("youshui/1", "common/1", "appears twice"),
            ("youshui/1", "youshui/01", "youshui/01"), ("log_key: AQEB", "log_key: A=EB", "log_key"),
            ("log_key: ", "log_key: AA", "log_key"), ("log_key:", "tls_key: x\nlog_key:", "tls_key"),
            ("role: province", "role: province\ntls_key: AB:CD", "tls_key"),
            ("role: province", "role: province\ntls_key: \(String(repeating: "0A", count: 32))", "tls_key"),
            ("address", "adress", "address"),
        ])
    func wrong(text: String, replacement: String, words: String) throws {
        let sound = Self.text()
        #expect(sound.contains(text))
        let problem = try problem(sound.replacingOccurrences(of: text, with: replacement))
        #expect(problem.message.en.contains(words), "\(problem.message.en)")
    }

    @Test("A folder's files are read in order of name, other files are left alone")
    func folder() throws {
        let folder = try Folder()
        try folder.write("b.yaml", Self.text())
        try folder.write("a.yaml", Self.text(node: "520000.tongzhou.test", code: "520000", key: 2))
        try folder.write("README.md", "# Peers")
        #expect(try PeerConfiguration.folder(folder.url).map(\.member.code.text) == ["520000", "430000"])
        #expect(throws: ConfigurationProblem.self) {
            try PeerConfiguration.folder(folder.url.appending(path: "absent"))
        }
    }

    @Test(
        "Two files of which one could speak as the other are refused, both named",
        arguments: [
            ("430000.tongzhou.test", "520000", 2), ("520000.tongzhou.test", "430000", 2),
            ("520000.tongzhou.test", "520000", 1),
        ] as [(String, String, UInt8)])
    func twoOfOne(node: String, code: String, key: UInt8) throws {
        let folder = try Folder()
        try folder.write("first.yaml", Self.text())
        try folder.write("second.yaml", Self.text(node: node, code: code, key: key))
        let problem = try #require(throws: ConfigurationProblem.self) { try PeerConfiguration.folder(folder.url) }
        #expect(problem.file.hasSuffix("/second.yaml"))
        #expect(problem.message.zh.contains("first.yaml"))
    }

    @Test("The sample federation's files are facts that `init` understands", arguments: ["100000", "430000", "500000"])
    func samples(code: String) throws {
        let facts = try NodeFacts(contentsOf: Repository.url("peers/\(code).yaml"))
        #expect(facts.code.text == code)
        #expect(facts.node.text == "\(code).tongzhou.test")
        #expect(facts.logs.contains { $0.channel.text == "common" })
    }
}
