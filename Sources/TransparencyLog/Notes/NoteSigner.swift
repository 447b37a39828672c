import Crypto
public import NationalCryptography

/// A note key that can sign (C2SP signed-note; for SM2 `docs/sm2-note.md`).
public struct NoteSigner: Sendable {
    /// The public half.
    public let verifier: NoteVerifier
    private let key: SecretKey

    /// `privateKey` is the 32-byte seed of RFC 8032. Nil when it has another length or `name` is
    /// not a key name.
    public init?(name: String, privateKey: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: privateKey) else { return nil }
        self.init(name: name, key: .ed25519(key), algorithm: .ed25519)
    }

    /// Nil when `name` is not a key name.
    public init?(name: String, privateKey: SM2PrivateKey) {
        self.init(name: name, key: .sm2(privateKey), algorithm: .sm2)
    }

    private init?(name: String, key: SecretKey, algorithm: SignatureAlgorithm) {
        guard let verifier = NoteVerifier(name: name, publicKey: key.publicKey, algorithm: algorithm) else {
            return nil
        }
        self.key = key
        self.verifier = verifier
    }

    /// The same key under another name; nil when that is no key name.
    public func named(_ name: String) -> NoteSigner? {
        NoteSigner(name: name, key: key, algorithm: verifier.algorithm)
    }

    /// The key's name.
    public var name: String { verifier.name }

    /// Signs a note text.
    ///
    /// The same text may give other bytes next time: SM2 signatures have a random part, and of Ed25519's, which are
    /// determined by key and text, the library reserves the right to randomise them. Keep a note that was published;
    /// do not sign it anew and expect the same note.
    public func sign(_ text: String) throws(SigningError) -> NoteSignature {
        guard SignedNote.isSignable(text.utf8) else { throw .textNotSignable }
        let bytes = try key.signature(of: Array(text.utf8))
        guard
            let signature = NoteSignature(
                name: verifier.name, keyID: verifier.keyID, signature: bytes)
        else { throw .libraryFailure("empty signature") }
        return signature
    }
}
