import Crypto
import NationalCryptography

/// A named public key of one signature type (C2SP signed-note): what note keys and cosigners have in common.
struct NoteKey: Sendable {
    let name: String
    let type: SignatureType
    /// Ed25519: the 32 bytes of RFC 8032. SM2: the uncompressed point, 65 bytes.
    let publicKey: [UInt8]
    /// Computed from name, type and public key.
    let keyID: KeyID
    private let key: Key

    private enum Key {
        case ed25519(Curve25519.Signing.PublicKey)
        case sm2(SM2PublicKey)

        init?(_ algorithm: SignatureAlgorithm, _ publicKey: [UInt8]) {
            switch algorithm {
            case .ed25519:
                guard Ed25519Point.isAcceptable(publicKey),
                    let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
                else { return nil }
                self = .ed25519(key)
            case .sm2:
                guard let key = SM2PublicKey(point: publicKey) else { return nil }
                self = .sm2(key)
            }
        }
    }

    /// Nil when the name is not a key name or the public key must not be trusted.
    init?(name: String, type: SignatureType, publicKey: [UInt8]) {
        guard KeyName.isValid(name), let key = Key(type.algorithm, publicKey) else { return nil }
        self.name = name
        self.type = type
        self.publicKey = publicKey
        self.key = key
        keyID = KeyID(name: name, typeAndKey: type.bytes + publicKey)
    }

    /// Reads a verifier key text of one of the types.
    init(vkey: String, types: [SignatureType]) throws(VerifierKeyError) {
        let text = try VerifierKeyText(vkey)
        guard let type = types.first(where: { text.material.starts(with: $0.bytes) }) else {
            throw .unsupportedType(text.material[0])
        }
        let publicKey = Array(text.material.dropFirst(type.bytes.count))
        guard let read = Self(name: text.name, type: type, publicKey: publicKey) else { throw .weakKey }
        guard read.keyID == text.keyID else { throw .keyIDMismatch(expected: read.keyID) }
        self = read
    }

    var vkey: String { VerifierKeyText.write(name: name, keyID: keyID, material: type.bytes + publicKey) }

    /// Whether a signature line claims to be by this key.
    func matches(_ signature: NoteSignature) -> Bool {
        keyID == signature.keyID && name.hasSameBytes(as: signature.name)
    }

    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        switch key {
        case .ed25519(let key): key.isValidSignature(signature, for: message)
        case .sm2(let key): SM2Signature(bytes: signature).map { key.verifies($0, of: message) } ?? false
        }
    }
}

extension NoteKey: Equatable {
    static func == (left: NoteKey, right: NoteKey) -> Bool {
        left.type == right.type && left.name.hasSameBytes(as: right.name) && left.publicKey == right.publicKey
    }
}
