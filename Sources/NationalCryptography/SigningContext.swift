import COpenSSL

/// A digest context whose key context carries the user identity. libcrypto has no default identity,
/// and it must be there before the context is told what to do.
final class SigningContext {
    let digest: OpaquePointer
    private let key: OpaquePointer

    init?(_ handle: KeyHandle) {
        guard let digest = EVP_MD_CTX_new() else { return nil }
        guard let key = EVP_PKEY_CTX_new_from_pkey(nil, handle.pointer, nil) else {
            EVP_MD_CTX_free(digest)
            return nil
        }
        let user = SM2PublicKey.standardUser
        self.digest = digest
        self.key = key
        guard EVP_PKEY_CTX_set1_id(key, user, Int32(clamping: user.count)) == 1 else { return nil }
        EVP_MD_CTX_set_pkey_ctx(digest, key)
    }

    // A key context that was set is not freed with the digest context.
    deinit {
        EVP_MD_CTX_free(digest)
        EVP_PKEY_CTX_free(key)
    }
}
