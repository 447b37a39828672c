import COpenSSL

/// The SM3 cryptographic hash, 32 bytes (GB/T 32905-2016).
public enum SM3 {
    /// Bytes of a digest.
    public static let byteCount = 32

    /// Fetched once: looking the algorithm up again for each message costs a quarter of the time.
    private static let algorithm = FetchedDigest("SM3")

    /// The digest of `bytes`.
    /// - Throws: `OpenSSLError` if libcrypto has no SM3.
    public static func digest(_ bytes: [UInt8]) throws(OpenSSLError) -> [UInt8] {
        guard let md = algorithm.pointer else { throw OpenSSLError("fetch SM3") }
        var result = [UInt8](repeating: 0, count: byteCount)
        guard EVP_Digest(bytes, bytes.count, &result, nil, md, nil) == 1 else { throw OpenSSLError("SM3") }
        return result
    }

    /// For `EVP_DigestSignInit` and `EVP_DigestVerifyInit`; nil if libcrypto has no SM3.
    static var handle: OpaquePointer? { algorithm.pointer }
}
