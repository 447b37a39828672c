import Compensation
import Federation
import NationalCryptography
import Presentation
import TransparencyLog

/// The four facts about a node that its own configuration and its peer file share.
enum MemberFacts {
    static func read(
        _ reader: inout ConfigurationReader
    ) throws -> (NodeName, PartyCode, NodeRole, Bilingual) {
        let node = try reader.parsed(
            "node",
            expected: Bilingual(zh: "节点名，如 500000.tongzhou.test", en: "a node name such as 500000.tongzhou.test")
        ) { NodeName($0) }
        let code = try reader.parsed(
            "code", expected: Bilingual(zh: "六位行政区划代码 (GB/T 2260)", en: "six digits (GB/T 2260)")
        ) { PartyCode($0) }
        let role = try reader.parsed("role", expected: Bilingual(zh: "province 或 centre", en: "province or centre")) {
            NodeRole(rawValue: $0)
        }
        var name = try reader.section("name")
        let names = Bilingual(zh: try Self.name("zh", &name), en: try Self.name("en", &name))
        try name.finish()
        return (node, code, role, names)
    }

    /// A name as the node's own entry can say it and a terminal can show it.
    private static func name(_ key: String, _ reader: inout ConfigurationReader) throws -> String {
        try reader.parsed(
            key, expected: Bilingual(zh: "不超过 256 字节、不含控制字符", en: "at most 256 bytes without control characters")
        ) { text in
            text.utf8.count <= 256 && Array(TerminalText.visible(text).utf8) == Array(text.utf8) ? text : nil
        }
    }

    /// Where a node is reached and which logs it offers; the last two facts of every peer file.
    static func readReach(
        _ reader: inout ConfigurationReader, _ node: NodeName
    ) throws -> (host: String, port: Int, logs: [LogOrigin]) {
        var address = try reader.section("address")
        let host = try address.text("host")
        let port = try address.parsed("port", expected: Bilingual(zh: "1 至 65535", en: "1 to 65535")) { text in
            Int(text).flatMap { (1...65_535).contains($0) ? $0 : nil }
        }
        try address.finish()
        let logs = try reader.texts("logs").map { text in
            guard let origin = LogOrigin("\(node.text)/\(text)") else {
                throw reader.problem(
                    "logs", zh: "“\(text)”应为 通道/期次，如 common/1", en: "“\(text)” should be channel/epoch such as common/1"
                )
            }
            return origin
        }
        let sorted = logs.sorted()
        if let twice = zip(sorted, sorted.dropFirst()).first(where: { $0 == $1 })?.0 {
            throw reader.problem("logs", zh: "“\(twice.text)”重复", en: "“\(twice.text)” appears twice")
        }
        return (host, port, sorted)
    }

    /// SM2 public keys under `key`, points of 65 bytes in base64; none where it is absent.
    static func readSM2Keys(_ key: String, _ reader: inout ConfigurationReader) throws -> [[UInt8]] {
        try reader.optionalTexts(key).map { text in
            guard let point = Base64.decode(text), SM2PublicKey(point: point) != nil else {
                throw reader.problem(
                    key, zh: "“\(text)”不是 SM2 公钥（65 字节未压缩点的 Base64）",
                    en: "“\(text)” is no SM2 public key (an uncompressed point of 65 bytes in base64)")
            }
            return point
        }
    }

    /// Keys of logs of earlier epochs that today's key has nothing to do with: `former_keys: {common/1: <base64>}`.
    static func readFormerKeys(_ reader: inout ConfigurationReader, _ node: NodeName) throws -> [FormerKey] {
        guard var section = try reader.optionalSection("former_keys") else { return [] }
        let keys = try section.keys.map { name in
            guard let log = LogOrigin("\(node.text)/\(name)") else {
                throw section.problem(
                    name, zh: "应为 通道/期次，如 common/1", en: "should be channel/epoch such as common/1")
            }
            let key = try section.parsed(
                name, expected: Bilingual(zh: "Ed25519 公钥的 Base64", en: "an Ed25519 public key in base64")
            ) { text in Base64.decode(text).flatMap { $0.count == 32 ? $0 : nil } }
            return FormerKey(log: log, key: key)
        }
        try section.finish()
        return keys
    }
}
