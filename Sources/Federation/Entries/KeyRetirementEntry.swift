import TransparencyLog

/// `key-retirement` 密钥停用: the node that owns this log no longer signs with this key; what it signed stays valid.
public struct KeyRetirementEntry: EntryBody {
    static let kind = "key-retirement"

    public let node: NodeName
    /// Raw Ed25519 public key, 32 bytes.
    public let key: [UInt8]

    public init(node: NodeName, key: [UInt8]) {
        self.node = node
        self.key = key
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        node = try fields.parsed("node") { NodeName($0) }
        key = try fields.base64("key", bytes: 32)
    }

    var fields: [(String, JSONValue?)] { [("node", .string(node.text)), ("key", .string(Base64.encode(key)))] }
}
