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
}
