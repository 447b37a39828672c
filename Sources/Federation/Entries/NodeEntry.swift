public import Compensation
import TransparencyLog

/// `node` 节点登记: who this log belongs to; the first entry of every log, and said again when the
/// node's keys have changed.
public struct NodeEntry: EntryBody {
    static let kind = "node"

    public let node: NodeName
    public let party: PartyCode
    public let role: NodeRole
    public let name: Bilingual
    /// Raw Ed25519 public key, base64.
    public let logKey: String
    /// The keys of its witness and mirror as long as that key signs; they count in its `common` log.
    public let cosignerKeys: CosignerKeys
    /// The SM2 keys that sign beside it, points of 65 bytes. They count where the node's file names them as well.
    public let sm2Keys: [[UInt8]]

    /// Most SM2 keys: the one in use, with room for those that take its place.
    public static let mostSM2Keys = 4

    public init(
        node: NodeName, party: PartyCode, role: NodeRole, name: Bilingual, logKey: String, cosignerKeys: CosignerKeys,
        sm2Keys: [[UInt8]] = []
    ) {
        self.node = node
        self.party = party
        self.role = role
        self.name = name
        self.logKey = logKey
        self.cosignerKeys = cosignerKeys
        self.sm2Keys = sm2Keys
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        node = try fields.parsed("node") { NodeName($0) }
        party = try fields.parsed("party") { PartyCode($0) }
        role = try fields.parsed("role") { NodeRole(rawValue: $0) }
        name = Bilingual(zh: try fields.string("name_zh"), en: try fields.string("name_en"))
        logKey = try fields.string("log_key")
        cosignerKeys = try CosignerKeys(json: try fields.value("cosigner_keys"), path: "cosigner_keys")
        sm2Keys = try fields.optionalArray("sm2_keys", limit: Self.mostSM2Keys) { value, path throws(EntryProblem) in
            guard case .string(let text) = value, let key = Base64.decode(text), key.count == 65 else {
                throw EntryProblem(.fieldInvalid, path)
            }
            return key
        }
    }

    var fields: [(String, JSONValue?)] {
        [
            ("node", .string(node.text)), ("party", .string(party.text)), ("role", .string(role.rawValue)),
            ("name_zh", .string(name(.zh))), ("name_en", .string(name(.en))), ("log_key", .string(logKey)),
            ("cosigner_keys", cosignerKeys.json),
            ("sm2_keys", sm2Keys.isEmpty ? nil : .array(sm2Keys.map { .string(Base64.encode($0)) })),
        ]
    }
}
