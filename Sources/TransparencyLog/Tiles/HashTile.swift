/// A tile: up to 256 consecutive hashes at one tile level (C2SP tlog-tiles, "Merkle Tree").
///
/// Nothing says that the hashes are right; see `AuthenticatedTiles`.
public struct HashTile: Hashable, Sendable {
    /// Hashes in a full tile.
    public static let fullWidth = 256
    /// Tree levels a tile spans.
    public static let height = 8

    /// Tile level: 0 holds leaf hashes, 1 the hashes of full level-0 tiles, and so on.
    public let level: Int
    /// Index of the tile within its level.
    public let index: Int
    /// 1 to 256 hashes.
    public let hashes: [MerkleHash]

    /// A tile from its hashes; nil unless there are 1 to 256 and the place is one a path can name.
    public init?(level: Int, index: Int, hashes: [MerkleHash]) {
        guard LogResource.isValid(level: level), LogResource.isValid(index: index),
            LogResource.isValid(width: hashes.count)
        else { return nil }
        self.level = level
        self.index = index
        self.hashes = hashes
    }

    /// A tile from the bytes served for it; nil unless they are 1 to 256 whole hashes.
    public init?(level: Int, index: Int, bytes: [UInt8]) {
        let length = MerkleHash.byteCount
        guard bytes.count % length == 0, bytes.count <= Self.fullWidth * length else { return nil }
        let hashes = bytes.withUnsafeBytes { buffer in
            stride(from: 0, to: buffer.count, by: length).compactMap { start in
                MerkleHash(UnsafeRawBufferPointer(rebasing: buffer[start..<start + length]))
            }
        }
        self.init(level: level, index: index, hashes: hashes)
    }

    /// The bytes to serve: the hashes one after the other.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hashes.count * MerkleHash.byteCount)
        for hash in hashes {
            hash.append(to: &bytes)
        }
        return bytes
    }

    /// Where the tile is served.
    public var resource: LogResource {
        .tile(level: level, index: index, width: hashes.count)
    }

    /// The hash `levels` (0 to 8) above the tile's own, over the `1 << levels` hashes from
    /// `offset`; nil when the tile is not wide enough.
    public func subtreeHash(levels: Int, offset: Int) -> MerkleHash? {
        guard (0...Self.height).contains(levels), offset >= 0,
            offset <= hashes.count - (1 << levels)
        else { return nil }
        guard levels > 0 else { return hashes[offset] }
        var row = Array(hashes[offset..<offset + (1 << levels)])
        var count = row.count
        while count > 1 {
            count /= 2
            for position in 0..<count {
                row[position] = MerkleHash.node(row[2 * position], row[2 * position + 1])
            }
        }
        return row[0]
    }

    /// The same tile as a smaller tree has it; nil when this one is narrower still.
    func truncated(to width: Int) -> HashTile? {
        guard width <= hashes.count else { return nil }
        return HashTile(level: level, index: index, hashes: Array(hashes.prefix(width)))
    }
}
