import Crypto

/// A hash in an RFC 6962 section 2.1 Merkle tree: 32 bytes, of SHA-256 everywhere but in an `SM3Frontier`.
///
/// Kept as four words and not as an array, so that a tile of them is one allocation. The words
/// hold the bytes in memory order and are never read as numbers.
public struct MerkleHash: Hashable, Sendable {
    private typealias Words = (UInt64, UInt64, UInt64, UInt64)

    private var first: UInt64
    private var second: UInt64
    private var third: UInt64
    private var fourth: UInt64

    /// Length of a hash in bytes.
    public static let byteCount = 32

    /// The root of a tree without leaves, SHA-256 of nothing.
    public static let emptyTree = MerkleHash(SHA256().finalize())

    /// The hash with the given bytes; nil unless there are exactly 32.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        var words: Words = (0, 0, 0, 0)
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
        self.init(words)
    }

    /// The hash written as 64 lower-case hexadecimal digits; nil for anything else.
    public init?(hex: String) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes)
    }

    private init(_ digest: SHA256.Digest) {
        self.init(digest.withUnsafeBytes { $0.loadUnaligned(as: Words.self) })
    }

    private init(_ words: Words) {
        (first, second, third, fourth) = words
    }

    /// The hash of a leaf: SHA-256(0x00 || entry).
    public static func leaf(_ entry: [UInt8]) -> MerkleHash {
        entry.withUnsafeBytes { leaf($0) }
    }

    /// The hash of a leaf whose bytes lie in a larger buffer: SHA-256(0x00 || entry).
    public static func leaf(_ entry: UnsafeRawBufferPointer) -> MerkleHash {
        var hasher = SHA256()
        withUnsafeBytes(of: UInt8(0)) { hasher.update(bufferPointer: $0) }
        hasher.update(bufferPointer: entry)
        return MerkleHash(hasher.finalize())
    }

    /// The hash of an inner node: SHA-256(0x01 || left || right).
    public static func node(_ left: MerkleHash, _ right: MerkleHash) -> MerkleHash {
        // Put together on the stack, so that the hasher is called once for the whole block.
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * byteCount, alignment: 1) { block in
            block[0] = 1
            block.baseAddress?.storeBytes(of: left, toByteOffset: 1, as: MerkleHash.self)
            block.baseAddress?.storeBytes(
                of: right, toByteOffset: 1 + byteCount, as: MerkleHash.self)
            var hasher = SHA256()
            hasher.update(bufferPointer: UnsafeRawBufferPointer(block))
            return MerkleHash(hasher.finalize())
        }
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        withUnsafeBytes(of: self) { Array($0) }
    }

    /// Appends the 32 bytes to `buffer`.
    public func append(to buffer: inout [UInt8]) {
        withUnsafeBytes(of: self) { buffer.append(contentsOf: $0) }
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String { Hex.encode(bytes) }

    /// 44 characters of padded standard base 64, as in a checkpoint.
    public var base64: String { Base64.encode(bytes) }
}

extension MerkleHash: CustomStringConvertible {
    /// The hexadecimal form, so that logs and test failures show a hash and not four numbers.
    public var description: String { hex }
}
