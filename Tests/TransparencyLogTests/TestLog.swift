import TransparencyLog

/// A whole log in memory, its resources as a server would send them.
struct TestLog {
    let entries: [[UInt8]]
    let leaves: [MerkleHash]
    let frontier: Frontier
    /// Hashes by tile level, as a store keeps them.
    private let kept: [[MerkleHash]]

    init(size: Int) {
        // Distinct entries of uneven length, some empty to be exact about lengths.
        entries = (0..<size).map { index in
            index % 97 == 5 ? [] : Array("{\"section\":\"\(index % 13)\",\"n\":\(index)}".utf8)
        }
        leaves = entries.map { MerkleHash.leaf($0) }
        var builder = TreeBuilder()
        for leaf in leaves { builder.append(leaf) }
        frontier = builder.frontier
        var kept = [leaves]
        for hash in builder.completed {
            if kept.count == hash.tileLevel { kept.append([]) }
            kept[hash.tileLevel].append(hash.hash)
        }
        self.kept = kept
    }

    /// Every tile, level by level.
    var tiles: [HashTile] {
        LogResource.tiles(forSize: frontier.size).compactMap(tile)
    }

    /// The hash of a perfect subtree, computed from its leaves without tiles.
    func hash(_ level: Int, _ index: Int) -> MerkleHash {
        var subtree = Frontier()
        for leaf in leaves[(index << level)..<((index + 1) << level)] { subtree.append(leaf) }
        return subtree.root
    }

    /// The bytes of a tile or an entry bundle; nil for other resources.
    func body(_ resource: LogResource) -> [UInt8]? {
        guard case .entries(let index, let width) = resource else {
            return tile(resource)?.bytes
        }
        return try? EntryBundle.encode(Array(entries[index * 256..<index * 256 + width])).get()
    }

    private func tile(_ resource: LogResource) -> HashTile? {
        guard case .tile(let level, let index, let width) = resource else { return nil }
        let hashes = Array(kept[level][index * 256..<index * 256 + width])
        return HashTile(level: level, index: index, hashes: hashes)
    }
}
