import TransparencyLog

/// What a log serves: paths, tiles, bundles of entries, proofs.
extension FuzzSubject {
    static let trees: [FuzzSubject] = [
        FuzzSubject(
            "path",
            canonical: { bytes in
                guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
                return LogResource(path: text).map { Array($0.path.utf8) }
            }),
        // The first byte says how many entries have to be in the bundle.
        FuzzSubject("entries") { bytes in
            guard let first = bytes.first else { return false }
            let bundle = Array(bytes.dropFirst())
            guard case .success(let entries) = EntryBundle.decode(bundle, count: Int(first) + 1) else { return false }
            try Violation.unless(entries.count == Int(first) + 1, "\(entries.count) entries")
            try Violation.unless(try EntryBundle.encode(entries).get() == bundle, "another bundle")
            return true
        },
        FuzzSubject("tile") { bytes in
            guard let tile = HashTile(level: 0, index: 0, bytes: bytes) else { return false }
            try Violation.unless(tile.bytes == bytes && (1...256).contains(tile.hashes.count), "another tile")
            for level in 0...HashTile.height {
                for offset in [0, tile.hashes.count - (1 << level), tile.hashes.count] {
                    _ = tile.subtreeHash(levels: level, offset: offset)
                }
            }
            return true
        },
        FuzzSubject("tiles", tampered),
        FuzzSubject("inclusion", inclusion),
        FuzzSubject("consistency", consistency),
    ]

    /// Four bytes are one change to a tile of the log: which tile, how, where, by what.
    private static func tampered(_ bytes: [UInt8]) throws -> Bool {
        var bodies = FuzzLog.tiles.map(\.bytes)
        var places = FuzzLog.tiles.map { ($0.level, $0.index) }
        for start in stride(from: 0, to: bytes.count - 3, by: 4).prefix(16) where !bodies.isEmpty {
            let tile = Int(bytes[start]) % bodies.count
            let place = Int(bytes[start + 2]) * 32 % max(bodies[tile].count, 1)
            switch bytes[start + 1] % 6 {
            case 0 where !bodies[tile].isEmpty: bodies[tile][place] ^= bytes[start + 3]
            case 1: bodies[tile].removeLast(min(32 * Int(bytes[start + 3]), bodies[tile].count))
            case 2: bodies[tile] += bodies[Int(bytes[start + 3]) % bodies.count]
            case 3: places[tile] = (Int(bytes[start + 2]) % 4, Int(bytes[start + 3]) % 4)
            case 4:
                bodies.remove(at: tile)
                places.remove(at: tile)
            default: bodies.swapAt(tile, Int(bytes[start + 3]) % bodies.count)
            }
        }
        let tiles = zip(places, bodies).compactMap { HashTile(level: $0.0, index: $0.1, bytes: $1) }
        let size = FuzzLog.entries.count
        guard case .success(let opened) = AuthenticatedTiles.open(tiles, size: size, root: FuzzLog.root(size))
        else { return false }
        for index in 0..<size {
            guard let hash = try opened.hash(level: 0, index: index) else { continue }
            try Violation.unless(hash == FuzzLog.leaves[index], "a forged leaf \(index) among proven tiles")
        }
        return true
    }

    /// Two bytes say which entry is claimed to be where, the others which hashes of the tree are to prove it.
    private static func inclusion(_ bytes: [UInt8]) throws -> Bool {
        guard bytes.count >= 2, let tiles = FuzzLog.proven else { return false }
        let size = Int(bytes[0]) + 1
        let claimed = Int(bytes[1])
        let real = try? InclusionProof(index: claimed, size: size, reader: tiles)
        let hashes = try hashes(bytes.dropFirst(2), real?.hashes ?? [])
        let proof = InclusionProof(index: claimed, size: size, hashes: hashes)
        var found = false
        for (index, leaf) in FuzzLog.leaves.prefix(256).enumerated()
        where proof.verify(leaf: leaf, root: FuzzLog.root(size)) == nil {
            try Violation.unless(
                index == claimed && hashes == real?.hashes, "entry \(index) proven at \(claimed) of \(size)")
            found = true
        }
        return found
    }

    /// Two bytes are the sizes, the others which hashes of the tree are to prove that one continues the other.
    private static func consistency(_ bytes: [UInt8]) throws -> Bool {
        guard bytes.count >= 2, let tiles = FuzzLog.proven else { return false }
        let (old, new) = (Int(bytes[0]), Int(bytes[1]))
        let real = try? ConsistencyProof(from: old, to: new, reader: tiles)
        let hashes = try hashes(bytes.dropFirst(2), real?.hashes ?? [])
        let proof = ConsistencyProof(oldSize: old, newSize: new, hashes: hashes)
        // The root of any size but the claimed one is another history.
        for other in [old, old + 1, new, 7]
        where proof.verify(oldRoot: FuzzLog.root(other), newRoot: FuzzLog.root(new)) == nil {
            try Violation.unless(
                old <= new && other == old && hashes == real?.hashes, "\(other) proven as \(old) of \(new)")
        }
        return proof.verify(oldRoot: FuzzLog.root(old), newRoot: FuzzLog.root(new)) == nil
    }

    /// 0 to 127: the hash at that place of the real proof; above: some hash of the tree.
    private static func hashes(_ bytes: ArraySlice<UInt8>, _ real: [MerkleHash]) throws -> [MerkleHash] {
        try bytes.prefix(64).compactMap { byte in
            if byte < 128 { return real.isEmpty ? nil : real[Int(byte) % real.count] }
            return try FuzzLog.proven?.hash(level: Int(byte) % 8, index: Int(byte - 128) >> 3)
        }
    }
}
