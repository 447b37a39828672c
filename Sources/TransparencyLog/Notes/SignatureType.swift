/// What of a key's ID says how its lines are made (C2SP signed-note, "Signature types").
enum SignatureType: CaseIterable {
    case ed25519Note
    case ed25519Cosignature
    /// `docs/sm2-note.md`.
    case sm2Note
    /// `docs/sm2-note.md`.
    case sm2Cosignature

    /// What stands before the public key, in key IDs and verifier key texts.
    var bytes: [UInt8] {
        switch self {
        case .ed25519Note: [0x01]
        case .ed25519Cosignature: [0x04]
        case .sm2Note: Self.long("sm2-sm3.tongzhou/v1")
        case .sm2Cosignature: Self.long("sm2-sm3-cosignature.tongzhou/v1")
        }
    }

    var algorithm: SignatureAlgorithm {
        switch self {
        case .ed25519Note, .ed25519Cosignature: .ed25519
        case .sm2Note, .sm2Cosignature: .sm2
        }
    }

    /// An identifier of one's own: 0xff, a text that nobody else takes, and what ends it.
    private static func long(_ identifier: String) -> [UInt8] { [0xFF] + Array(identifier.utf8) + [0x00] }
}
