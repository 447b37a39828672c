/// Why a text is not a usable verifier key.
public enum VerifierKeyError: Error, Hashable, Sendable {
    /// Not `name+8 hexadecimal digits+base64`.
    case malformed
    /// Not an Ed25519 note key (type 0x01); the type byte is given.
    case unsupportedType(UInt8)
    /// The key ID is not the one computed from name and key.
    case keyIDMismatch(expected: KeyID)
    /// Not a public key signatures may be trusted under: wrong length, encoding or small order.
    case weakKey
}
