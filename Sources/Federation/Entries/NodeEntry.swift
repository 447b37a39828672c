public import Compensation

/// `node` 节点登记: who this log belongs to; the first entry of a node's `common` log.
public struct NodeEntry: EntryBody {
    static let kind = "node"

    public let node: NodeName
    public let party: PartyCode
    public let role: NodeRole
    public let name: Bilingual
    /// Raw Ed25519 public key, base64.
    public let logKey: String

    public init(node: NodeName, party: PartyCode, role: NodeRole, name: Bilingual, logKey: String) {
        self.node = node
        self.party = party
        self.role = role
        self.name = name
        self.logKey = logKey
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        node = try fields.parsed("node") { NodeName($0) }
        party = try fields.parsed("party") { PartyCode($0) }
        role = try fields.parsed("role") { NodeRole(rawValue: $0) }
        name = Bilingual(zh: try fields.string("name_zh"), en: try fields.string("name_en"))
        logKey = try fields.string("log_key")
    }

    var fields: [(String, JSONValue?)] {
        [
            ("node", .string(node.text)), ("party", .string(party.text)), ("role", .string(role.rawValue)),
            ("name_zh", .string(name(.zh))), ("name_en", .string(name(.en))), ("log_key", .string(logKey)),
        ]
    }
}
