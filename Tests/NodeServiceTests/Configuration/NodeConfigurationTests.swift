import Compensation
import Federation
import Foundation
import TestSupport
import Testing

@testable import NodeService

/// `node.yaml`: strict, and with the place of what is wrong.
@Suite("The configuration of a node")
struct NodeConfigurationTests {
    static let sound = """
        node: 500000.tongzhou.test
        code: "500000"
        role: province
        name: {zh: 重庆市, en: Chongqing}
        listen: {host: 127.0.0.1, port: 19500}
        data: data
        tls:
          certificate: certs/own.pem
          key: ./certs/../own.key
          authority: /etc/tongzhou/ca.pem
        log_key: keys/log.key
        peers: ../peers
        channels:
          youshui: {epoch: 2, readers: [430000.tongzhou.test]}
          common: {epoch: 1, readers: [members]}
        settlements: {proposing: automatic, accepting: operator}

        """

    private func problem(_ text: String) throws -> ConfigurationProblem {
        let folder = try Folder()
        let file = try folder.write("node.yaml", text)
        return try #require(throws: ConfigurationProblem.self) { try NodeConfiguration(contentsOf: file) }
    }

    @Test("A sound file, with paths relative to its folder")
    func soundFile() throws {
        let folder = try Folder()
        let configuration = try NodeConfiguration(contentsOf: try folder.write("node.yaml", Self.sound))
        let base = folder.url.standardizedFileURL.path
        #expect(configuration.node.text == "500000.tongzhou.test")
        #expect(configuration.code.text == "500000")
        #expect(configuration.role == .province)
        #expect(configuration.name == Bilingual(zh: "重庆市", en: "Chongqing"))
        #expect((configuration.host, configuration.port) == ("127.0.0.1", 19500))
        #expect(configuration.data.path == base + "/data")
        #expect(configuration.certificate.path == base + "/certs/own.pem")
        #expect(configuration.privateKey.path == base + "/own.key")
        #expect(configuration.authority.path == "/etc/tongzhou/ca.pem")
        #expect(configuration.logKey.path == base + "/keys/log.key")
        #expect(configuration.peers.path == folder.url.deletingLastPathComponent().standardizedFileURL.path + "/peers")
        #expect(configuration.channels.map(\.channel.text) == ["common", "youshui"])
        #expect(configuration.channels.map(\.epoch) == [1, 2])
        let (hunan, guizhou) = (
            try #require(NodeName("430000.tongzhou.test")), try #require(NodeName("520000.tongzhou.test"))
        )
        #expect(configuration.channels.map { $0.mayRead(hunan) } == [true, true])
        #expect(configuration.channels.map { $0.mayRead(guizhou) } == [true, false])
        #expect(configuration.policy.proposing == .automatic)
        #expect(configuration.policy.accepting == .operator)
        let youshui = try #require(ChannelName("youshui"))
        #expect(configuration.origin(of: youshui)?.text == "500000.tongzhou.test/youshui/2")
        #expect(configuration.origin(of: try #require(ChannelName("central"))) == nil)
    }

    @Test(
        "A key that is missing is named, in its part",
        arguments: [
            ("node: 500000.tongzhou.test\n", "node", 0), ("code: \"500000\"\n", "code", 0),
            ("role: province\n", "role", 0),
            ("name: {zh: 重庆市, en: Chongqing}\n", "name", 0), ("zh: 重庆市, ", "name.zh", 4),
            (", en: Chongqing", "name.en", 4),
            ("listen: {host: 127.0.0.1, port: 19500}\n", "listen", 0), ("host: 127.0.0.1, ", "listen.host", 5),
            (", port: 19500", "listen.port", 5), ("data: data\n", "data", 0),
            ("  certificate: certs/own.pem\n", "tls.certificate", 8), ("  key: ./certs/../own.key\n", "tls.key", 8),
            ("  authority: /etc/tongzhou/ca.pem\n", "tls.authority", 8), ("log_key: keys/log.key\n", "log_key", 0),
            ("peers: ../peers\n", "peers", 0), ("epoch: 2, ", "channels.youshui.epoch", 14),
            (", readers: [430000.tongzhou.test]", "channels.youshui.readers", 14),
            ("  common: {epoch: 1, readers: [members]}\n", "channels.common", 0),
            ("settlements: {proposing: automatic, accepting: operator}\n", "settlements", 0),
            ("proposing: automatic, ", "settlements.proposing", 16),
            (", accepting: operator", "settlements.accepting", 16),
        ])
    func missing(text: String, key: String, line: Int) throws {
        #expect(Self.sound.contains(text))
        let problem = try problem(Self.sound.replacingOccurrences(of: text, with: ""))
        #expect(problem.message.en.contains(key), "\(problem.message.en)")
        #expect(problem.message.zh.contains(key))
        #expect(problem.line == line)
    }

    @Test(
        "What is wrong is shown with line and column",
        arguments: [
            ("node: 500000.tongzhou.test", "node: 500000_tongzhou", "1:7", "node"),
            ("node: 500000.tongzhou.test", "node:", "1:6", "must not be empty"),
            ("\"500000\"", "\"050000\"", "2:7", "code"), ("\"500000\"", "[500000]", "2:7", "expected text"),
            ("province", "Province", "3:7", "role"),
            ("重庆市", "\"\"", "4:12", "name.zh: must not be empty"), ("重庆市", "\"\\e[2J\"", "4:12", "control characters"),
            ("重庆市", String(repeating: "重", count: 86), "4:12", "256 bytes"),
            ("{zh: 重庆市, en: Chongqing}", "重庆市", "4:7", "name"),
            ("19500", "65536", "5:33", "listen.port"), ("19500", "-1", "5:33", "listen.port"),
            ("epoch: 2", "epoch: 0", "14:20", "channels.youshui.epoch"),
            ("youshui:", "You_shui:", "14:13", "channels.You_shui"),
            ("[430000.tongzhou.test]", "430000.tongzhou.test", "14:32", "a list"),
            ("[430000.tongzhou.test]", "[{a: b}]", "14:32", "a list of texts"),
            ("[430000.tongzhou.test]", "[Hunan]", "14:32", "Hunan"),
            ("proposing: automatic", "proposing: auto", "16:26", "automatic or operator"),
            ("data: data", "dta: data", "6:1", "dta; did you mean data"),
            ("data: data", "daten: data", "6:1", "daten; did you mean data"),
            ("data: data", "folder: data", "0:0", "data is missing"),
            ("data: data", "data: data\ndta: x", "7:1", "dta; did you mean data"),
            ("log_key:", "logkey: x\nlog_key:", "11:1", "logkey; did you mean log_key"),
            ("  key:", "  keys: x\n  key:", "9:3", "tls.keys; did you mean tls.key"),
            (
                "epoch: 2,", "epoch: 2, reader: [],", "14:23",
                "channels.youshui.reader; did you mean channels.youshui.readers"
            ),
            ("data: data", "data: data\ndata: other", "6:1", "repeated key: data"),
            ("role: province", "role: [province", "4:5", "YAML syntax"),
            ("role: province", "role:\n\tprovince", "4:1", "YAML syntax"),
            ("role: province", "role: 'province", "17:1", "YAML syntax"),
            ("role: province", "role: *nobody", "3:7", "YAML syntax"),
        ])
    func wrong(text: String, replacement: String, place: String, words: String) throws {
        #expect(Self.sound.contains(text))
        let range = try #require(Self.sound.range(of: text))
        let problem = try problem(Self.sound.replacingCharacters(in: range, with: replacement))
        #expect("\(problem.line):\(problem.column)" == place, "\(problem.text(.en))")
        #expect(problem.message.en.contains(words), "\(problem.message.en)")
        #expect(problem.text(.zh).hasPrefix(problem.line > 0 ? "\(problem.file):\(place): " : "\(problem.file): "))
    }

    @Test(
        "A file that is no mapping of keys", arguments: ["", "# nothing\n", "[a, b]\n", "text\n", "--- {}\n--- {}\n"])
    func noMapping(text: String) throws {
        #expect(try problem(text).message.zh.contains("YAML"))
    }

    @Test("A file that cannot be read as text")
    func noText() throws {
        let folder = try Folder()
        for file in [
            folder.url, folder.url.appending(path: "absent.yaml"), try folder.write("gbk.yaml", [0xD6, 0xD8]),
        ] {
            #expect(throws: ConfigurationProblem.self) { try NodeConfiguration(contentsOf: file) }
        }
    }

    @Test("A file without end is refused after a bounded part of it", .timeLimit(.minutes(30)))
    func endless() throws {
        let problem = try #require(throws: ConfigurationProblem.self) {
            try NodeConfiguration(contentsOf: URL(filePath: "/dev/zero"))
        }
        #expect(problem.message.en.contains("262144 bytes"))
        let folder = try Folder()
        let large = try folder.write("large.yaml", Self.sound + "#" + String(repeating: "x", count: 300_000))
        #expect(throws: ConfigurationProblem.self) { try NodeConfiguration(contentsOf: large) }
        let fitting = try folder.write("fitting.yaml", Self.sound + "#" + String(repeating: "x", count: 200_000))
        #expect(throws: Never.self) { try NodeConfiguration(contentsOf: fitting) }
    }

    /// A part made of aliases of parts made of aliases stands for 10^9 texts; as a key it would be gone through.
    @Test("Aliases cannot make a small file large", .timeLimit(.minutes(30)))
    func aliases() throws {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<9 {
            let before = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            bomb += "a\(level): &a\(level) [\(before)]\n"
        }
        #expect(try problem(Self.sound + bomb).message.en.contains("aliases"))
        #expect(try problem(Self.sound + bomb + "? *a8\n: x\n").message.en.contains("aliases"))
        let folder = try Folder()
        let few = Self.sound.replacingOccurrences(of: "data: data", with: "data: &d data").replacingOccurrences(
            of: "peers: ../peers", with: "peers: *d")
        let configuration = try NodeConfiguration(contentsOf: try folder.write("node.yaml", few))
        #expect(configuration.peers == configuration.data)
    }

    @Test("Nesting without end is a problem, not a crash", arguments: ["[", "{a: ", "- "])
    func nesting(opener: String) throws {
        #expect(try problem(String(repeating: opener, count: 50_000)).message.en.contains("YAML"))
    }

    @Test("Damaged files are understood or refused")
    func fuzz() throws {
        let folder = try Folder()
        var generator = SeededGenerator(seed: 500_000)
        var refused = 0
        for _ in 0..<1_500 {
            let file = try folder.write("node.yaml", Mutation.of(Array(Self.sound.utf8), using: &generator))
            do {
                _ = try NodeConfiguration(contentsOf: file)
            } catch {
                #expect(error is ConfigurationProblem)
                refused += 1
            }
        }
        #expect(refused > 500)
    }
}
