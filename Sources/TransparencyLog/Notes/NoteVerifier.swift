import Crypto

/// A trusted Ed25519 note key: name and public key (C2SP signed-note, signature type 0x01).
public struct NoteVerifier: Sendable {
    /// The key's name; for a log, its origin.
    public let name: String
    /// The 32-byte public key of RFC 8032.
    public let publicKey: [UInt8]
    /// Computed from name and public key.
    public let keyID: KeyID

    private static let signatureType: UInt8 = 0x01
    private let key: Curve25519.Signing.PublicKey

    /// Nil when the name is not a key name or the public key must not be trusted.
    public init?(name: String, publicKey: [UInt8]) {
        guard KeyName.isValid(name), Ed25519Point.isAcceptable(publicKey),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
        else { return nil }
        self.name = name
        self.publicKey = publicKey
        self.key = key
        keyID = KeyID(name: name, typeAndKey: [Self.signatureType] + publicKey)
    }

    /// Reads a verifier key text, `name+hex(key ID)+base64(0x01 || public key)`.
    public init(vkey: String) throws(VerifierKeyError) {
        let text = try VerifierKeyText(vkey)
        guard text.type == Self.signatureType else { throw .unsupportedType(text.type) }
        guard let verifier = NoteVerifier(name: text.name, publicKey: text.publicKey)
        else { throw .weakKey }
        guard verifier.keyID == text.keyID else { throw .keyIDMismatch(expected: verifier.keyID) }
        self = verifier
    }

    /// The verifier key text.
    public var vkey: String {
        VerifierKeyText.write(name: name, keyID: keyID, type: Self.signatureType, publicKey: publicKey)
    }

    /// Whether a signature line claims to be by this key.
    public func matches(_ signature: NoteSignature) -> Bool {
        keyID == signature.keyID && name.hasSameBytes(as: signature.name)
    }

    /// Whether a signature line is by this key and holds for `text`.
    public func verifies(_ signature: NoteSignature, of text: String) -> Bool {
        matches(signature) && key.isValidSignature(signature.signature, for: Array(text.utf8))
    }
}

extension NoteVerifier: Equatable {
    public static func == (left: NoteVerifier, right: NoteVerifier) -> Bool {
        left.name.hasSameBytes(as: right.name) && left.publicKey == right.publicKey
    }
}
