/// Which resources a tree of a given size consists of.
extension LogResource {
    /// Width, 1 to 256, of the tile at a tile level and index in a tree of `size` leaves; nil when
    /// that tree has no such tile. Level 0 is also the width of the entry bundle `index`.
    public static func width(level: Int, index: Int, forSize size: Int) -> Int? {
        guard TreeSize.isValid(size), isValid(level: level), isValid(index: index) else {
            return nil
        }
        let hashes = size >> (HashTile.height * level)
        let width = hashes - index * HashTile.fullWidth
        return width > 0 ? min(width, HashTile.fullWidth) : nil
    }

    /// Whether a tree of `size` leaves holds all of this resource. A partial resource exists from
    /// the moment the tree is wide enough, and stays derivable for ever.
    public func exists(inSize size: Int) -> Bool {
        switch self {
        case .checkpoint: true
        case .tile(let level, let index, let width):
            Self.width(level: level, index: index, forSize: size).map { width <= $0 } ?? false
        case .entries(let index, let width):
            Self.width(level: 0, index: index, forSize: size).map { width <= $0 } ?? false
        }
    }

    /// Every tile of a tree of `size` leaves, level by level, left to right.
    public static func tiles(forSize size: Int) -> [LogResource] {
        guard TreeSize.isValid(size) else { return [] }
        var resources: [LogResource] = []
        var level = 0
        var hashes = size
        while hashes > 0 {
            var first = 0
            while first < hashes {
                let width = min(hashes - first, HashTile.fullWidth)
                resources.append(
                    .tile(level: level, index: first / HashTile.fullWidth, width: width))
                first += HashTile.fullWidth
            }
            level += 1
            hashes >>= HashTile.height
        }
        return resources
    }

    /// The partial tiles of a tree of `size` leaves, at most one for each level, lowest first. They
    /// hold all right-edge subtrees and so determine the root.
    public static func partialTiles(forSize size: Int) -> [LogResource] {
        guard TreeSize.isValid(size) else { return [] }
        var resources: [LogResource] = []
        var level = 0
        var hashes = size
        while hashes > 0 {
            let (index, width) = hashes.quotientAndRemainder(dividingBy: HashTile.fullWidth)
            if width > 0 {
                resources.append(.tile(level: level, index: index, width: width))
            }
            level += 1
            hashes = index
        }
        return resources
    }

    /// The entry bundles that hold the entries `start ..< size` in a tree of `size` leaves; the
    /// first one may begin before `start`.
    public static func bundles(from start: Int = 0, forSize size: Int) -> [LogResource] {
        guard TreeSize.isValid(size), start >= 0, start < size else { return [] }
        return (start / HashTile.fullWidth...(size - 1) / HashTile.fullWidth).map { index in
            .entries(
                index: index,
                width: min(size - index * HashTile.fullWidth, HashTile.fullWidth))
        }
    }

    /// Every tile and entry bundle a checkpoint of `size` promises.
    public static func resources(forSize size: Int) -> [LogResource] {
        tiles(forSize: size) + bundles(forSize: size)
    }
}
