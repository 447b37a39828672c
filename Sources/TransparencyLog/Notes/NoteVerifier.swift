/// A trusted note key: name and public key (C2SP signed-note; for SM2 `docs/sm2-note.md`).
public struct NoteVerifier: Equatable, Sendable {
    private static let types: [SignatureType] = [.ed25519Note, .sm2Note]
    private let key: NoteKey

    /// Nil when the name is not a key name or the public key must not be trusted.
    public init?(name: String, publicKey: [UInt8], algorithm: SignatureAlgorithm = .ed25519) {
        let type: SignatureType = algorithm == .sm2 ? .sm2Note : .ed25519Note
        guard let key = NoteKey(name: name, type: type, publicKey: publicKey) else { return nil }
        self.key = key
    }

    /// Reads a verifier key text, `name+hex(key ID)+base64(signature type || public key)`.
    public init(vkey: String) throws(VerifierKeyError) {
        key = try NoteKey(vkey: vkey, types: Self.types)
    }

    /// The same key under another name; nil when that is no key name.
    public func named(_ name: String) -> NoteVerifier? {
        NoteVerifier(name: name, publicKey: publicKey, algorithm: algorithm)
    }

    /// The key's name; for a log, its origin.
    public var name: String { key.name }
    /// Ed25519: the 32 bytes of RFC 8032. SM2: the uncompressed point, 65 bytes.
    public var publicKey: [UInt8] { key.publicKey }
    public var algorithm: SignatureAlgorithm { key.type.algorithm }
    /// Computed from name, signature type and public key.
    public var keyID: KeyID { key.keyID }
    /// The verifier key text.
    public var vkey: String { key.vkey }

    /// Whether a signature line claims to be by this key.
    public func matches(_ signature: NoteSignature) -> Bool { key.matches(signature) }

    /// Whether a signature line is by this key and holds for `text`.
    public func verifies(_ signature: NoteSignature, of text: String) -> Bool {
        matches(signature) && key.verifies(signature.signature, of: Array(text.utf8))
    }
}
