/// Where tiles come from: a database that keeps leaf hashes and every eighth tree level, a
/// directory, memory. What has tiles can answer for every tree level.
public protocol TileReader: HashReader {
    /// The tile at a tile level and index, as wide as it is known; nil when there is none.
    ///
    /// Throws when the reader could not find out.
    func tile(level: Int, index: Int) throws -> HashTile?
}

extension TileReader {
    /// The hash at a tree level, computed inside the one tile that spans it.
    public func hash(level: Int, index: Int) throws -> MerkleHash? {
        guard level >= 0, index >= 0 else { return nil }
        let (tileLevel, levels) = level.quotientAndRemainder(dividingBy: HashTile.height)
        let (first, overflow) = index.multipliedReportingOverflow(by: 1 << levels)
        guard !overflow else { return nil }
        let (tileIndex, offset) = first.quotientAndRemainder(dividingBy: HashTile.fullWidth)
        return try tile(level: tileLevel, index: tileIndex)?
            .subtreeHash(levels: levels, offset: offset)
    }
}
