import COpenSSL

/// An SM2 public key: a point of the curve of GB/T 32918.5-2017, recommended parameters.
public struct SM2PublicKey: Equatable, Sendable {
    /// Bytes of an uncompressed point.
    public static let byteCount = 65
    /// The user identity everybody takes who agreed on no other (GM/T 0009-2012 10; GB/T 35276).
    static let standardUser = Array("1234567812345678".utf8)

    /// The uncompressed point: 0x04, x and y of 32 bytes each.
    public let point: [UInt8]
    let handle: KeyHandle

    /// What stands before the point in a SubjectPublicKeyInfo (RFC 5480): id-ecPublicKey and the
    /// curve by its name 1.2.156.10197.1.301 (GB/T 33560-2017).
    public static let namedCurve: [UInt8] = [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x81, 0x1c,
        0xcf, 0x55, 0x01, 0x82, 0x2d, 0x03, 0x42, 0x00,
    ]

    /// Nil unless `point` is an uncompressed point of the curve other than its neutral element.
    public init?(point: [UInt8]) {
        defer { OpenSSLError.clearQueue() }
        guard point.count == Self.byteCount, point.first == 0x04,
            let handle = Self.read(Self.namedCurve + point),
            let context = EVP_PKEY_CTX_new_from_pkey(nil, handle.pointer, nil)
        else { return nil }
        defer { EVP_PKEY_CTX_free(context) }
        guard EVP_PKEY_public_check(context) == 1 else { return nil }
        self.point = point
        self.handle = handle
    }

    private static func read(_ der: [UInt8]) -> KeyHandle? {
        let read = der.withUnsafeBufferPointer { buffer -> OpaquePointer? in
            var position = buffer.baseAddress
            return d2i_PUBKEY(nil, &position, buffer.count)
        }
        return read.flatMap { KeyHandle(taking: $0) }
    }

    public static func == (left: Self, right: Self) -> Bool { left.point == right.point }

    /// The key as `-----BEGIN PUBLIC KEY-----`.
    public func pem() throws(OpenSSLError) -> String {
        guard let memory = MemoryText(), PEM_write_bio_PUBKEY(memory.pointer, handle.pointer) == 1,
            let text = memory.text
        else { throw OpenSSLError("write a public key") }
        return text
    }

    /// Whether `signature` is one of `message` under this key and the standard user identity (GB/T 32918.2-2016 7).
    public func verifies(_ signature: SM2Signature, of message: [UInt8]) -> Bool {
        defer { OpenSSLError.clearQueue() }
        guard let der = signature.der, let signing = SigningContext(handle),
            EVP_DigestVerifyInit(signing.digest, nil, SM3.handle, nil, handle.pointer) == 1
        else { return false }
        return EVP_DigestVerify(signing.digest, der, der.count, message, message.count) == 1
    }
}
