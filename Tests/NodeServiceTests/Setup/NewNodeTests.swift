import Compensation
import Federation
import Foundation
import NodeStore
import Testing

@testable import NodeService

/// From public facts to a node, and back to public facts.
@Suite("A new node")
struct NewNodeTests {
    private static let names = [
        "重庆市", "a: b", "a #b", "'单'", "\"双\"", "{a", "[b, c]", "a, b", "- a", "? a", "* a", "& a", "!a", "%a", "@a",
        "`a",
        "a\\nb", "~", "null", "yes", "0x10", "1e3", "a:", ":a", " a ", "|", ">", "\u{1F6F6}同舟", "a\u{FEFF}",
        "\u{2060}a",
        "a\u{A0}b", "\u{E000}", "'", "\\", "\"", "#", "<<",
    ]

    private func facts(_ name: Bilingual, in folder: Folder, logs: String = "[common/1, youshui/1]") throws -> URL {
        try folder.write(
            "facts.yaml",
            """
            node: 500000.tongzhou.test
            code: "500000"
            role: province
            name: {zh: \(QuotedYAML.text(name.zh)), en: \(QuotedYAML.text(name.en))}
            address: {host: 127.0.0.1, port: 19500}
            logs: \(logs)
            """)
    }

    private func node(
        in folder: Folder, _ facts: URL, home: String = "node", readers: [String] = ["youshui=430000.tongzhou.test"],
        port: Int? = nil
    ) -> NewNode {
        NewNode(
            folder: folder.url.appending(path: home), facts: facts, certificates: folder.url.appending(path: "certs"),
            peers: folder.url.appending(path: "peers"), readers: readers, port: port)
    }

    @Test("A name survives, whatever it means to YAML", arguments: names)
    func survives(name: String) async throws {
        let folder = try Folder()
        let names = Bilingual(zh: name, en: "en " + name)
        _ = try await node(in: folder, try facts(names, in: folder)).create(.zh)
        let home = folder.url.appending(path: "node")
        let configuration = try NodeConfiguration(contentsOf: home.appending(path: "node.yaml"))
        let peer = try PeerConfiguration(contentsOf: home.appending(path: "500000.tongzhou.test.yaml"))
        for found in [configuration.name, peer.member.name] {
            #expect(Array(found.zh.utf8) == Array(names.zh.utf8))
            #expect(Array(found.en.utf8) == Array(names.en.utf8))
        }
        #expect(peer.member.logKey == (try LogKey(contentsOf: configuration.logKey)).publicKey)
        #expect((peer.host, peer.port) == ("127.0.0.1", 19500))
        #expect(peer.logs.map(\.text) == ["500000.tongzhou.test/common/1", "500000.tongzhou.test/youshui/1"])
    }

    @Test("Folders may have any name", arguments: ["a: b", "c #d", "'e'", "\"f\"", "重庆 {1}"])
    func folders(name: String) async throws {
        let folder = try Folder()
        let home = "\(name)/node"
        let facts = try facts(Bilingual(zh: "重庆市", en: "Chongqing"), in: folder)
        let new = NewNode(
            folder: folder.url.appending(path: home), facts: facts,
            certificates: folder.url.appending(path: name), peers: folder.url.appending(path: "\(name)/peers"),
            readers: ["youshui=430000.tongzhou.test, 520000.tongzhou.test"], port: 443)
        _ = try await new.create(.en)
        let file = folder.url.appending(path: "\(home)/node.yaml")
        let configuration = try NodeConfiguration(contentsOf: file)
        #expect(configuration.peers.path == folder.url.appending(path: "\(name)/peers").path)
        #expect(configuration.privateKey.path == folder.url.appending(path: "\(name)/500000.tongzhou.test.key").path)
        #expect(configuration.port == 443)
        let guizhou = try #require(NodeName("520000.tongzhou.test"))
        #expect(configuration.channels.map { $0.mayRead(guizhou) } == [true, true])
    }

    @Test("A node is made once")
    func once() async throws {
        let folder = try Folder()
        let new = node(in: folder, try facts(Bilingual(zh: "重庆市", en: "Chongqing"), in: folder))
        let outcome = try await new.create(.zh)
        #expect(outcome.exitCode == ExitCode.done)
        let key = try Data(contentsOf: folder.url.appending(path: "node/keys/log.key"))
        await #expect(throws: StoreError.self) { try await new.create(.zh) }
        #expect(try Data(contentsOf: folder.url.appending(path: "node/keys/log.key")) == key)
    }

    @Test(
        "Readers that mean nothing leave nothing behind",
        arguments: [
            [], ["youshui=nobody here"], ["youshui=], x: ["],
            ["youshui=430000.tongzhou.test", "wushui=430000.tongzhou.test"],
        ])
    func readers(readers: [String]) async throws {
        let folder = try Folder()
        let facts = try facts(Bilingual(zh: "重庆市", en: "Chongqing"), in: folder)
        await #expect(throws: (any Error).self) { try await node(in: folder, facts, readers: readers).create(.zh) }
        #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "node/node.yaml").path))
        let outcome = try await node(in: folder, facts).create(.zh)
        #expect(outcome.exitCode == ExitCode.done)
    }

    @Test("Two epochs of a channel, or a port that is none, leave nothing behind")
    func unusable() async throws {
        let folder = try Folder()
        let names = Bilingual(zh: "重庆市", en: "Chongqing")
        let epochs = try facts(names, in: folder, logs: "[common/1, common/2]")
        await #expect(throws: ConfigurationProblem.self) { try await node(in: folder, epochs, readers: []).create(.zh) }
        let facts = try facts(names, in: folder)
        await #expect(throws: ConfigurationProblem.self) { try await node(in: folder, facts, port: 70_000).create(.zh) }
        #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "node/node.yaml").path))
    }
}
