import Crypto
import NationalCryptography

/// The private half of a note key or a cosigner.
enum SecretKey: Sendable {
    case ed25519(Curve25519.Signing.PrivateKey)
    case sm2(SM2PrivateKey)

    var publicKey: [UInt8] {
        switch self {
        case .ed25519(let key): Array(key.publicKey.rawRepresentation)
        case .sm2(let key): key.publicKey.point
        }
    }

    /// 64 bytes, of either algorithm.
    func signature(of message: [UInt8]) throws(SigningError) -> [UInt8] {
        do {
            // What the library returns is Foundation's Data; as a sequence of bytes it can be taken
            // over without importing Foundation.
            return switch self {
            case .ed25519(let key): Array(try key.signature(for: message))
            case .sm2(let key): try key.signature(of: message).bytes
            }
        } catch {
            throw .libraryFailure(String(describing: error))
        }
    }
}
