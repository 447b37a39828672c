import COpenSSL

/// A digest algorithm fetched for the life of the program. libcrypto never changes it once fetched,
/// so every thread may use it.
struct FetchedDigest: @unchecked Sendable {
    /// Nil if libcrypto does not have the algorithm.
    let pointer: OpaquePointer?

    init(_ name: String) { pointer = EVP_MD_fetch(nil, name, nil) }
}
