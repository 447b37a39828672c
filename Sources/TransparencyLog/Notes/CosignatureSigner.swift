import Crypto
public import NationalCryptography

/// A cosigner's key that can sign (C2SP tlog-cosignature; for SM2 `docs/sm2-note.md`).
public struct CosignatureSigner: Sendable {
    /// The public half.
    public let verifier: CosignatureVerifier
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
        guard let verifier = CosignatureVerifier(name: name, publicKey: key.publicKey, algorithm: algorithm) else {
            return nil
        }
        self.key = key
        self.verifier = verifier
    }

    /// Cosigns a checkpoint. The caller has verified and stored what the cosigner's name promises,
    /// and never goes back in `time`, POSIX seconds from 1.
    public func cosign(_ checkpoint: Checkpoint, at time: Int64) throws(SigningError) -> Cosignature {
        guard time > 0, case .success = Checkpoint.parse(checkpoint.body) else { throw .textNotSignable }
        let bytes = try key.signature(of: Cosignature.message(checkpoint, at: time, by: verifier))
        let stamp = withUnsafeBytes(of: UInt64(time).bigEndian) { Array($0) }
        guard
            let signature = NoteSignature(
                name: verifier.name, keyID: verifier.keyID, signature: stamp + bytes)
        else { throw .libraryFailure("empty signature") }
        return Cosignature(time: time, signature: signature, algorithm: verifier.algorithm)
    }
}
