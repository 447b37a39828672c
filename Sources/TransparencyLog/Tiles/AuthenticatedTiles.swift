/// Tiles that were each proven to belong to the tree with a given size and root.
///
/// Every tile is tied to the root, also those a particular proof would not need: checking only as
/// many tiles as there are right-edge hashes is the hole of CVE-2026-56865.
public struct AuthenticatedTiles: TileReader, Hashable, Sendable {
    /// Number of leaves of the tree the tiles belong to.
    public let size: Int
    /// Root of that tree.
    public let root: MerkleHash
    private var tiles: [TreePosition: HashTile] = [:]  // lookup only: keyed by tile level and index

    /// Proves tiles against a size and root taken from a verified checkpoint.
    ///
    /// `tiles` has to hold every partial tile of that size, and the parent of each full tile. A
    /// tile wider than the tree has it is cut to the tree's width, so that the full tile can stand
    /// in for a partial one that is no longer served.
    public static func open(
        _ tiles: [HashTile], size: Int, root: MerkleHash
    ) -> Result<AuthenticatedTiles, TileFinding> {
        guard TreeSize.isValid(size) else { return .failure(.sizeOutOfRange(size)) }
        var proven = AuthenticatedTiles(size: size, root: root)
        // Parents first: a full tile is proven by the tile above it.
        let ordered = tiles.sorted { ($1.level, $0.index) < ($0.level, $1.index) }
        for (tile, next) in zip(ordered, ordered.dropFirst())
        where tile.level == next.level && tile.index == next.index {
            return .failure(.duplicate(next.resource))
        }
        if let finding = proven.admitEdge(of: ordered) { return .failure(finding) }
        for tile in ordered {
            if let finding = proven.admit(tile) { return .failure(finding) }
        }
        return .success(proven)
    }

    private init(size: Int, root: MerkleHash) {
        self.size = size
        self.root = root
    }

    public func tile(level: Int, index: Int) -> HashTile? {
        tiles[TreePosition(level: level, index: index)]
    }

    /// The partial tiles hold all right-edge subtrees between them, and every one of their hashes
    /// goes into the root: if the root comes out, all of them are right.
    private mutating func admitEdge(of offered: [HashTile]) -> TileFinding? {
        var edge: [MerkleHash] = []
        for resource in LogResource.partialTiles(forSize: size).reversed() {
            guard case .tile(let level, let index, let width) = resource,
                let tile = offered.first(where: { $0.level == level && $0.index == index })?
                    .truncated(to: width)
            else { return .missing(resource) }
            tiles[TreePosition(level: level, index: index)] = tile
            edge += RightEdge.subtrees(size: width).compactMap {
                tile.subtreeHash(levels: $0.level, offset: $0.index << $0.level)
            }
        }
        guard let frontier = Frontier(size: size, hashes: edge), frontier.root == root else {
            return .edgeMismatch(root: root)
        }
        return nil
    }

    private mutating func admit(_ tile: HashTile) -> TileFinding? {
        guard
            let width = LogResource.width(level: tile.level, index: tile.index, forSize: size)
        else { return .notInTree(tile.resource) }
        guard width == HashTile.fullWidth else { return nil }
        guard tile.hashes.count == width,
            let hash = tile.subtreeHash(levels: HashTile.height, offset: 0)
        else {
            return .missing(.tile(level: tile.level, index: tile.index, width: width))
        }
        let (parentIndex, offset) = tile.index.quotientAndRemainder(
            dividingBy: HashTile.fullWidth)
        guard let parent = self.tile(level: tile.level + 1, index: parentIndex) else {
            return .missing(
                .tile(level: tile.level + 1, index: parentIndex, width: HashTile.fullWidth))
        }
        guard parent.subtreeHash(levels: 0, offset: offset) == hash else {
            return .parentMismatch(tile.resource)
        }
        tiles[TreePosition(level: tile.level, index: tile.index)] = tile
        return nil
    }
}
