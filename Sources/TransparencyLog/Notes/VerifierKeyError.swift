/// Why a text is not a usable verifier key.
public enum VerifierKeyError: Error, Hashable, Sendable {
    /// Not `name+8 hexadecimal digits+base64`.
    case malformed
    /// A key of another signature type than the one expected; its type byte is given.
    case unsupportedType(UInt8)
    /// The key ID is not the one computed from name and key.
    case keyIDMismatch(expected: KeyID)
    /// Not a public key signatures may be trusted under: wrong length, encoding or small order.
    case weakKey
}
