import TransparencyLog

/// `key-countersignature` 密钥会签: this member has compared another's new key with what that one's people said.
public struct KeyCountersignatureEntry: EntryBody {
    static let kind = "key-countersignature"

    /// Whose rotation.
    public let node: NodeName
    /// The place of the `key-rotation`.
    public let rotation: EntryReference
    /// The keys as they were compared, 32 bytes each.
    public let oldKey: [UInt8]
    public let newKey: [UInt8]

    public init(node: NodeName, rotation: EntryReference, oldKey: [UInt8], newKey: [UInt8]) {
        self.node = node
        self.rotation = rotation
        self.oldKey = oldKey
        self.newKey = newKey
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        node = try fields.parsed("node") { NodeName($0) }
        rotation = try fields.reference("rotation")
        oldKey = try fields.base64("old_key", bytes: 32)
        newKey = try fields.base64("new_key", bytes: 32)
    }

    var fields: [(String, JSONValue?)] {
        [
            ("node", .string(node.text)), ("rotation", rotation.json), ("old_key", .string(Base64.encode(oldKey))),
            ("new_key", .string(Base64.encode(newKey))),
        ]
    }
}
