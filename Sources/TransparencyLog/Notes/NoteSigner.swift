import Crypto

/// An Ed25519 note key that can sign (C2SP signed-note, signature type 0x01).
public struct NoteSigner: Sendable {
    /// The public half.
    public let verifier: NoteVerifier
    private let key: Curve25519.Signing.PrivateKey

    /// `privateKey` is the 32-byte seed of RFC 8032. Nil when it has another length or `name` is
    /// not a key name.
    public init?(name: String, privateKey: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: privateKey),
            let verifier = NoteVerifier(
                name: name, publicKey: Array(key.publicKey.rawRepresentation))
        else { return nil }
        self.key = key
        self.verifier = verifier
    }

    /// The key's name.
    public var name: String { verifier.name }

    /// Signs a note text.
    ///
    /// The same text may give other bytes next time: RFC 8032 signatures are determined by key and
    /// text, but the library reserves the right to randomise, and does on Apple's platforms. Keep
    /// a note that was published; do not sign it anew and expect the same note.
    public func sign(_ text: String) throws(SigningError) -> NoteSignature {
        guard SignedNote.isSignable(text.utf8) else { throw .textNotSignable }
        let bytes: [UInt8]
        do {
            // `signature(for:)` returns Foundation's Data; as a sequence of bytes it can be taken
            // over without importing Foundation.
            bytes = Array(try key.signature(for: Array(text.utf8)))
        } catch {
            throw .libraryFailure(String(describing: error))
        }
        guard
            let signature = NoteSignature(
                name: verifier.name, keyID: verifier.keyID, signature: bytes)
        else { throw .libraryFailure("empty signature") }
        return signature
    }
}
