import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: scrypt (RFC 7914) with a salt of its own. Its parameters stand beside it, so that later
/// ones can be stronger.
struct PasswordHash: Codable, Sendable {
    let rounds: Int
    let blockSize: Int
    let parallelism: Int
    /// Base64.
    let salt: Data
    let hash: Data

    /// 32 MiB and about the time of OWASP's recommendation.
    private static let usual = (rounds: 1 << 15, blockSize: 8, parallelism: 3)

    /// What a password is compared with where it must not come out that there is nothing to compare it with: it takes
    /// as long, and nobody knows a password whose hash is all zeros.
    static let decoy = PasswordHash(salt: Data(count: 16), hash: Data(count: 32))

    private init(salt: Data, hash: Data) {
        (rounds, blockSize, parallelism) = Self.usual
        self.salt = salt
        self.hash = hash
    }

    /// The usual parameters unless others are given (N = 2¹⁵, r = 8, p = 3).
    init(
        _ password: String, salt: [UInt8], rounds: Int = Self.usual.rounds, blockSize: Int = Self.usual.blockSize,
        parallelism: Int = Self.usual.parallelism
    ) throws {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
        self.salt = Data(salt)
        hash = try Self.derive(password, self.salt, rounds, blockSize, parallelism)
    }

    func matches(_ password: String) -> Bool {
        guard let shown = try? Self.derive(password, salt, rounds, blockSize, parallelism) else { return false }
        return SameBytes.areEqual(Array(shown), Array(hash))
    }

    private static func derive(
        _ password: String, _ salt: Data, _ rounds: Int, _ blockSize: Int, _ parallelism: Int
    ) throws -> Data {
        try KDF.Scrypt.deriveKey(
            from: Array(password.utf8), salt: salt, outputByteCount: 32, rounds: rounds, blockSize: blockSize,
            parallelism: parallelism
        ).withUnsafeBytes { Data($0) }
    }
}
