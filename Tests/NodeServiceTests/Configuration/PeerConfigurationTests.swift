import Compensation
import Federation
import Foundation
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
