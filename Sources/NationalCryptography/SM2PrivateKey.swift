import COpenSSL

/// An SM2 private key, held by libcrypto, which wipes its copy when it is freed.
public struct SM2PrivateKey: Sendable {
    /// The public half.
    public let publicKey: SM2PublicKey
    private let handle: KeyHandle

    /// A new key from libcrypto's own random generator.
    public static func generate() throws(OpenSSLError) -> SM2PrivateKey {
        guard let context = EVP_PKEY_CTX_new_from_name(nil, "SM2", nil) else { throw OpenSSLError("SM2") }
        defer { EVP_PKEY_CTX_free(context) }
        var made: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_generate(context, &made) == 1, let made,
            let handle = KeyHandle(taking: made), let key = SM2PrivateKey(handle)
        else { throw OpenSSLError("generate an SM2 key") }
        return key
    }

    /// Reads PKCS #8 as PEM, in the clear or, with a passphrase, encrypted (RFC 7468 sections 10 and 11); nil unless
    /// it is an SM2 key whose halves belong together.
    public init?(pem: String, passphrase: [UInt8]? = nil) {
        defer { OpenSSLError.clearQueue() }
        guard let memory = MemoryText(pem),
            let read = Passphrase(passphrase).privateKey(in: memory), let handle = KeyHandle(taking: read),
            let key = SM2PrivateKey(handle)
        else { return nil }
        self = key
    }

    private init?(_ handle: KeyHandle) {
        guard let context = EVP_PKEY_CTX_new_from_pkey(nil, handle.pointer, nil) else { return nil }
        defer { EVP_PKEY_CTX_free(context) }
        guard EVP_PKEY_pairwise_check(context) == 1, let point = try? handle.publicPoint(),
            let publicKey = SM2PublicKey(point: point)
        else { return nil }
        self.publicKey = publicKey
        self.handle = handle
    }

    /// Rounds of PBKDF2 with HMAC-SHA-256; libcrypto's own default is 2048.
    private static let rounds: Int32 = 600_000

    /// The key as a PKCS #8 file: in the clear, or encrypted under `passphrase` with SM4-CBC.
    public func pem(passphrase: [UInt8]? = nil) throws(OpenSSLError) -> String {
        guard let memory = MemoryText() else { throw OpenSSLError("write a private key") }
        let isWritten =
            if let passphrase {
                write(encryptedUnder: passphrase, to: memory)
            } else {
                PEM_write_bio_PKCS8PrivateKey(memory.pointer, handle.pointer, nil, nil, 0, nil, nil) == 1
            }
        guard isWritten, let text = memory.text else { throw OpenSSLError("write a private key") }
        return text
    }

    private func write(encryptedUnder passphrase: [UInt8], to memory: MemoryText) -> Bool {
        guard let plain = EVP_PKEY2PKCS8(handle.pointer) else { return false }
        defer { PKCS8_PRIV_KEY_INFO_free(plain) }
        guard let algorithm = PKCS5_pbe2_set_iv(EVP_sm4_cbc(), Self.rounds, nil, 0, nil, NID_hmacWithSHA256) else {
            return false
        }
        let encrypted = passphrase.withUnsafeBufferPointer { secret in
            secret.withMemoryRebound(to: CChar.self) {
                PKCS8_set0_pbe($0.baseAddress, Int32(clamping: $0.count), plain, algorithm)
            }
        }
        guard let encrypted else {
            X509_ALGOR_free(algorithm)
            return false
        }
        defer { X509_SIG_free(encrypted) }
        return PEM_write_bio_PKCS8(memory.pointer, encrypted) == 1
    }

    /// Signs `message` (GB/T 32918.2-2016 6). Two signatures of one message differ.
    public func signature(of message: [UInt8]) throws(OpenSSLError) -> SM2Signature {
        var der = [UInt8](repeating: 0, count: 80)
        var count = der.count
        guard let signing = SigningContext(handle),
            EVP_DigestSignInit(signing.digest, nil, SM3.handle, nil, handle.pointer) == 1,
            EVP_DigestSign(signing.digest, &der, &count, message, message.count) == 1,
            let signature = SM2Signature(der: Array(der.prefix(count)))
        else { throw OpenSSLError("sign with SM2") }
        return signature
    }
}
