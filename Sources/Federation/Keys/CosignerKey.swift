import TransparencyLog

/// The public key of one cosigner, with the proof that whoever names it holds it: otherwise a node could name
/// another's key, and that one's lines, renamed, would pass for its own.
public struct CosignerKey: Equatable, Sendable {
    /// Raw Ed25519 public key, 32 bytes.
    public let key: [UInt8]
    /// Ed25519 signature of `statement` by that key, 64 bytes.
    public let proof: [UInt8]

    public init(key: [UInt8], proof: [UInt8]) {
        self.key = key
        self.proof = proof
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        key = try fields.base64("key", bytes: 32)
        proof = try fields.base64("proof", bytes: 64)
        try fields.finish()
    }

    var json: JSONValue {
        .members([("key", .string(Base64.encode(key))), ("proof", .string(Base64.encode(proof)))])
    }

    /// What the key signs. `logKey`: base64 of the log key that it stands beside.
    public static func statement(_ name: String, logKey: String) -> String {
        "tongzhou cosigner-key/v1\n\(name)\n\(logKey)\n"
    }

    /// The name under which the proof is made and checked.
    public static let proofName = "cosigner-key"

    /// Whether the key made the proof. Keys that must not be trusted prove nothing.
    func isProven(_ name: String, logKey: String) -> Bool {
        guard let verifier = NoteVerifier(name: Self.proofName, publicKey: key),
            let signature = NoteSignature(name: Self.proofName, keyID: verifier.keyID, signature: proof)
        else { return false }
        return verifier.verifies(signature, of: Self.statement(name, logKey: logKey))
    }
}
