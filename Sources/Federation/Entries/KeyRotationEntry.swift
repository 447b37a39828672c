import TransparencyLog

/// `key-rotation` 密钥轮换: the node that owns this log signs with another key from here on.
///
/// Both keys speak: the old one signs the checkpoint over this entry, the new one has signed `statement`, so nobody
/// can claim a key that is not in their hands.
public struct KeyRotationEntry: EntryBody {
    static let kind = "key-rotation"

    public let node: NodeName
    /// Raw Ed25519 public keys, 32 bytes each.
    public let oldKey: [UInt8]
    public let newKey: [UInt8]
    /// Ed25519 signature of `statement` by the new key, 64 bytes.
    public let proof: [UInt8]

    public init(node: NodeName, oldKey: [UInt8], newKey: [UInt8], proof: [UInt8]) {
        self.node = node
        self.oldKey = oldKey
        self.newKey = newKey
        self.proof = proof
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        node = try fields.parsed("node") { NodeName($0) }
        oldKey = try fields.base64("old_key", bytes: 32)
        newKey = try fields.base64("new_key", bytes: 32)
        proof = try fields.base64("proof", bytes: 64)
    }

    var fields: [(String, JSONValue?)] {
        [
            ("node", .string(node.text)), ("old_key", .string(Base64.encode(oldKey))),
            ("new_key", .string(Base64.encode(newKey))), ("proof", .string(Base64.encode(proof))),
        ]
    }

    /// What the new key signs. The first line is of no other signed text of the federation: checkpoints begin with an
    /// origin, cosignatures with `cosignature/v1`.
    public static func statement(node: NodeName, oldKey: [UInt8], newKey: [UInt8]) -> String {
        "tongzhou key-rotation/v1\n\(node.text)\n\(Base64.encode(oldKey))\n\(Base64.encode(newKey))\n"
    }

    /// The name under which the proof is made and checked.
    public static let proofName = "key-rotation"

    /// Whether the new key made the proof. Keys that must not be trusted prove nothing.
    public var isProven: Bool {
        guard let verifier = NoteVerifier(name: Self.proofName, publicKey: newKey),
            let signature = NoteSignature(name: Self.proofName, keyID: verifier.keyID, signature: proof)
        else { return false }
        return verifier.verifies(signature, of: Self.statement(node: node, oldKey: oldKey, newKey: newKey))
    }
}
