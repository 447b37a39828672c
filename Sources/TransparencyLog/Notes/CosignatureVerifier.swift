/// A trusted cosigner's key (C2SP tlog-cosignature, `cosignature/v1`; for SM2 `docs/sm2-note.md`).
public struct CosignatureVerifier: Equatable, Sendable {
    private static let types: [SignatureType] = [.ed25519Cosignature, .sm2Cosignature]
    private let key: NoteKey

    /// Nil when the name is not a key name or the public key must not be trusted.
    public init?(name: String, publicKey: [UInt8], algorithm: SignatureAlgorithm = .ed25519) {
        let type: SignatureType = algorithm == .sm2 ? .sm2Cosignature : .ed25519Cosignature
        guard let key = NoteKey(name: name, type: type, publicKey: publicKey) else { return nil }
        self.key = key
    }

    /// Reads a verifier key text, `name+hex(key ID)+base64(signature type || public key)`.
    public init(vkey: String) throws(VerifierKeyError) {
        key = try NoteKey(vkey: vkey, types: Self.types)
    }

    /// The cosigner's name.
    public var name: String { key.name }
    /// Ed25519: the 32 bytes of RFC 8032. SM2: the uncompressed point, 65 bytes.
    public var publicKey: [UInt8] { key.publicKey }
    public var algorithm: SignatureAlgorithm { key.type.algorithm }
    /// Computed from name, type and public key.
    public var keyID: KeyID { key.keyID }
    /// The verifier key text.
    public var vkey: String { key.vkey }

    /// Whether a signature line claims to be by this cosigner.
    public func matches(_ signature: NoteSignature) -> Bool { key.matches(signature) }

    /// The cosignature, if the line is by this cosigner and holds for the checkpoint. A line without
    /// a time, or with one beyond 2^63 - 1, says nothing and does not hold.
    public func open(_ signature: NoteSignature, of checkpoint: Checkpoint) -> Cosignature? {
        guard matches(signature), signature.signature.count == Cosignature.blobLength else { return nil }
        let stamp = signature.signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let time = Int64(exactly: stamp), time > 0 else { return nil }
        let message = Cosignature.message(checkpoint, at: time, by: self)
        guard key.verifies(Array(signature.signature.dropFirst(8)), of: message) else { return nil }
        return Cosignature(time: time, signature: signature, algorithm: algorithm)
    }
}
