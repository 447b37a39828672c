import TransparencyLog

/// The resources of a log computed straight from its entries, for comparison with what the store renders.
struct ReferenceLog {
    private let entries: [[UInt8]]
    private let levels: [[MerkleHash]]

    init(_ entries: [[UInt8]]) {
        var levels = [entries.map { MerkleHash.leaf($0) }]
        while let last = levels.last, last.count >= 256 {
            levels.append(
                (0..<last.count / 256).map { index in
                    // 256 hashes, combined pair by pair, eight times.
                    var hashes = Array(last[index * 256..<(index + 1) * 256])
                    while hashes.count > 1 {
                        hashes = stride(from: 0, to: hashes.count, by: 2).map {
                            MerkleHash.node(hashes[$0], hashes[$0 + 1])
                        }
                    }
                    return hashes[0]
                })
        }
        self.entries = entries
        self.levels = levels
    }

    func body(_ resource: LogResource) -> [UInt8]? {
        switch resource {
        case .checkpoint: return nil
        case .tile(let level, let index, let width):
            guard level < levels.count, index * 256 + width <= levels[level].count else { return nil }
            return levels[level][index * 256..<index * 256 + width].flatMap(\.bytes)
        case .entries(let index, let width):
            guard index * 256 + width <= entries.count else { return nil }
            return entries[index * 256..<index * 256 + width].flatMap { entry in
                [UInt8(entry.count >> 8), UInt8(entry.count & 255)] + entry
            }
        }
    }
}
