import COpenSSL

/// Owns one `EVP_PKEY` of type SM2. The key is never changed after it was made: threads may share it.
final class KeyHandle: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Takes over `pointer`; nil, and freed, if it is not an SM2 key.
    init?(taking pointer: OpaquePointer) {
        guard EVP_PKEY_is_a(pointer, "SM2") == 1 else {
            EVP_PKEY_free(pointer)
            return nil
        }
        self.pointer = pointer
    }

    deinit { EVP_PKEY_free(pointer) }

    /// The public point, uncompressed: 0x04, x and y of 32 bytes each.
    func publicPoint() throws(OpenSSLError) -> [UInt8] {
        try [0x04] + number(OSSL_PKEY_PARAM_EC_PUB_X) + number(OSSL_PKEY_PARAM_EC_PUB_Y)
    }

    private func number(_ name: String) throws(OpenSSLError) -> [UInt8] {
        var value: OpaquePointer?
        guard EVP_PKEY_get_bn_param(pointer, name, &value) == 1, let value else { throw OpenSSLError("read \(name)") }
        defer { BN_free(value) }
        var bytes = [UInt8](repeating: 0, count: 32)
        guard BN_bn2binpad(value, &bytes, 32) == 32 else { throw OpenSSLError("read \(name)") }
        return bytes
    }
}
