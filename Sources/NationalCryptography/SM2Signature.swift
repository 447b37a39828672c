import COpenSSL

/// An SM2 signature as two numbers of 32 bytes, r then s, 64 bytes in all. One signature has one
/// form: DER, which has several, is only spoken with libcrypto and with other tools.
public struct SM2Signature: Equatable, Sendable {
    /// Bytes of a signature.
    public static let byteCount = 64
    /// r and s, big-endian.
    public let bytes: [UInt8]

    /// Nil unless there are 64 bytes. Whether r and s are in range is for the verification to say.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// Reads the DER `SEQUENCE { r INTEGER, s INTEGER }` that other tools write; nil unless it is the
    /// one canonical encoding of two numbers of at most 32 bytes.
    public init?(der: [UInt8]) {
        defer { OpenSSLError.clearQueue() }
        let parsed = der.withUnsafeBufferPointer { buffer -> OpaquePointer? in
            var position = buffer.baseAddress
            return d2i_ECDSA_SIG(nil, &position, buffer.count)
        }
        guard let parsed else { return nil }
        defer { ECDSA_SIG_free(parsed) }
        var bytes = [UInt8](repeating: 0, count: Self.byteCount)
        let isWhole = bytes.withUnsafeMutableBufferPointer { buffer in
            BN_bn2binpad(ECDSA_SIG_get0_r(parsed), buffer.baseAddress, 32) == 32
                && BN_bn2binpad(ECDSA_SIG_get0_s(parsed), buffer.baseAddress! + 32, 32) == 32
        }
        self.bytes = bytes
        guard isWhole, self.der == der else { return nil }
    }

    /// The canonical DER encoding; nil only when libcrypto is out of memory.
    public var der: [UInt8]? {
        guard let signature = ECDSA_SIG_new() else { return nil }
        defer { ECDSA_SIG_free(signature) }
        guard let r = BN_bin2bn(bytes, 32, nil) else { return nil }
        let s = bytes.withUnsafeBufferPointer { BN_bin2bn($0.baseAddress! + 32, 32, nil) }
        guard let s, ECDSA_SIG_set0(signature, r, s) == 1 else {
            BN_free(r)
            BN_free(s)
            return nil
        }
        var start: UnsafeMutablePointer<UInt8>?
        let count = i2d_ECDSA_SIG(signature, &start)
        guard count > 0, let start else { return nil }
        defer { CRYPTO_free(start, #file, #line) }
        return Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }
}
