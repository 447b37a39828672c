public import NationalCryptography

/// The right edge of a tree over a log's entries with SM3 (GB/T 32905-2016) in the place of SHA-256: the shape of
/// RFC 6962 section 2.1, leaves SM3(0x00 ‖ entry), inner nodes SM3(0x01 ‖ left ‖ right). Source: `docs/sm2-note.md`.
public struct SM3Frontier: Equatable, Sendable {
    /// Number of leaves.
    public private(set) var size = 0
    /// One hash for each set bit of `size`, the largest subtree first.
    private var hashes: [[UInt8]] = []

    /// The tree without leaves.
    public init() {}

    /// From the form in which it is kept, see `bytes`; nil when there are not as many hashes as the size asks for. The
    /// hashes are taken on trust: compare `root`.
    public init?(size: Int, bytes: [UInt8]) {
        guard TreeSize.isValid(size), bytes.count == size.nonzeroBitCount * SM3.byteCount else { return nil }
        self.size = size
        hashes = stride(from: 0, to: bytes.count, by: SM3.byteCount).map { Array(bytes[$0..<$0 + SM3.byteCount]) }
    }

    /// The hashes one after the other, 32 bytes each, the largest subtree first.
    public var bytes: [UInt8] { hashes.flatMap(\.self) }

    /// Adds an entry at index `size`.
    /// - Throws: `OpenSSLError` if libcrypto has no SM3; the tree is as it was.
    public mutating func append(_ entry: [UInt8]) throws(OpenSSLError) {
        var rest = hashes
        var hash = try SM3.digest([0x00] + entry)
        for _ in 0..<size.trailingOnes { hash = try Self.node(rest.removeLast(), hash) }
        rest.append(hash)
        hashes = rest
        size += 1
    }

    /// The root of the tree; nil for the one without leaves, about which nothing is ever said.
    /// - Throws: `OpenSSLError` if libcrypto has no SM3.
    public func root() throws(OpenSSLError) -> MerkleHash? {
        guard var root = hashes.last else { return nil }
        for hash in hashes.dropLast().reversed() { root = try Self.node(hash, root) }
        return MerkleHash(root)
    }

    private static func node(_ left: [UInt8], _ right: [UInt8]) throws(OpenSSLError) -> [UInt8] {
        try SM3.digest([0x01] + left + right)
    }
}
