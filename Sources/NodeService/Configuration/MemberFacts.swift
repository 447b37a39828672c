import Compensation
import Federation

/// The four facts about a node that its own configuration and its peer file share.
enum MemberFacts {
    static func read(
        _ reader: inout ConfigurationReader
    ) throws -> (NodeName, PartyCode, NodeRole, Bilingual) {
        let node = try reader.parsed(
            "node", expected: Bilingual(zh: "节点名，如 500000.tongzhou.test", en: "a node name such as 500000.tongzhou.test")
        ) { NodeName($0) }
        let code = try reader.parsed(
            "code", expected: Bilingual(zh: "六位行政区划代码 (GB/T 2260)", en: "six digits (GB/T 2260)")
        ) { PartyCode($0) }
        let role = try reader.parsed("role", expected: Bilingual(zh: "province 或 centre", en: "province or centre")) {
            NodeRole(rawValue: $0)
        }
        var name = try reader.section("name")
        let names = Bilingual(zh: try name.text("zh"), en: try name.text("en"))
        try name.finish()
        return (node, code, role, names)
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
                    "logs", zh: "“\(text)”应为 通道/期次，如 common/1", en: "“\(text)” should be channel/epoch such as common/1")
            }
            return origin
        }
        return (host, port, logs.sorted())
    }
}
