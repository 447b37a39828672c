import NationalCryptography

/// The algorithms whose signature lines are read and written.
public enum SignatureAlgorithm: String, CaseIterable, Sendable {
    /// RFC 8032. Every log has it.
    case ed25519
    /// SM2 with SM3 (GB/T 32918.2-2016, GB/T 32905-2016) for the user identity 1234567812345678.
    case sm2

    /// As it is shown, in every language.
    public var name: String {
        switch self {
        case .ed25519: "Ed25519"
        case .sm2: "SM2"
        }
    }

    /// A public key as SubjectPublicKeyInfo in DER (RFC 5280 section 4.1.2.7; RFC 8410 section 4, RFC 5480 section 2).
    /// - Parameter key: Ed25519: the 32 bytes of RFC 8032. SM2: the uncompressed point, 65 bytes.
    public func subjectPublicKeyInfo(of key: [UInt8]) -> [UInt8] {
        switch self {
        case .ed25519: [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00] + key
        case .sm2: SM2PublicKey.namedCurve + key
        }
    }
}
