import Crypto

/// A trusted cosigner's key: Ed25519 `cosignature/v1` (C2SP tlog-cosignature, signature type 0x04).
public struct CosignatureVerifier: Sendable {
    /// The cosigner's name.
    public let name: String
    /// The 32-byte public key of RFC 8032.
    public let publicKey: [UInt8]
    /// Computed from name, type and public key.
    public let keyID: KeyID

    private let key: Curve25519.Signing.PublicKey

    /// Nil when the name is not a key name or the public key must not be trusted.
    public init?(name: String, publicKey: [UInt8]) {
        guard KeyName.isValid(name), Ed25519Point.isAcceptable(publicKey),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
        else { return nil }
        self.name = name
        self.publicKey = publicKey
        self.key = key
        keyID = KeyID(name: name, typeAndKey: [Cosignature.signatureType] + publicKey)
    }

    /// Reads a verifier key text, `name+hex(key ID)+base64(0x04 || public key)`.
    public init(vkey: String) throws(VerifierKeyError) {
        let text = try VerifierKeyText(vkey)
        guard text.type == Cosignature.signatureType else { throw .unsupportedType(text.type) }
        guard let verifier = CosignatureVerifier(name: text.name, publicKey: text.publicKey)
        else { throw .weakKey }
        guard verifier.keyID == text.keyID else { throw .keyIDMismatch(expected: verifier.keyID) }
        self = verifier
    }

    /// The verifier key text.
    public var vkey: String {
        VerifierKeyText.write(
            name: name, keyID: keyID, type: Cosignature.signatureType, publicKey: publicKey)
    }

    /// Whether a signature line claims to be by this cosigner.
    public func matches(_ signature: NoteSignature) -> Bool {
        keyID == signature.keyID && name.hasSameBytes(as: signature.name)
    }

    /// The cosignature, if the line is by this cosigner and holds for the checkpoint. A line without
    /// a time, or with one beyond 2^63 - 1, says nothing and does not hold.
    public func open(_ signature: NoteSignature, of checkpoint: Checkpoint) -> Cosignature? {
        guard matches(signature), signature.signature.count == Cosignature.blobLength else { return nil }
        let stamp = signature.signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let time = Int64(exactly: stamp), time > 0,
            key.isValidSignature(
                Array(signature.signature.dropFirst(8)), for: Cosignature.message(checkpoint, at: time))
        else { return nil }
        return Cosignature(time: time, signature: signature)
    }
}

extension CosignatureVerifier: Equatable {
    public static func == (left: CosignatureVerifier, right: CosignatureVerifier) -> Bool {
        left.name.hasSameBytes(as: right.name) && left.publicKey == right.publicKey
    }
}
