import Testing
import TransparencyLog

@Suite("tiles proven against a root")
struct AuthenticatedTilesTests {
    @Test(
        "all tiles of an honest tree are admitted",
        arguments: [0, 1, 255, 256, 257, 600, 65_536, 70_000])
    func honest(size: Int) throws {
        let log = TestLog(size: size)
        let proven = try open(log, log.tiles).get()
        for tile in log.tiles {
            #expect(proven.tile(level: tile.level, index: tile.index) == tile)
        }
    }

    @Test("one altered hash anywhere is found, and the tile named")
    func alteredHash() throws {
        let log = TestLog(size: 70_000)
        for (position, tile) in log.tiles.enumerated()
        where tile.index % 40 == 0 || tile.hashes.count < 256 {
            for offset in [0, tile.hashes.count / 2, tile.hashes.count - 1] {
                var tiles = log.tiles
                tiles[position] = try altered(tile, at: offset)
                let expected: TileFinding =
                    tile.hashes.count < 256
                    ? .edgeMismatch(root: log.frontier.root) : .parentMismatch(tile.resource)
                #expect(open(log, tiles) == .failure(expected))
            }
        }
    }

    /// CVE-2026-56865: with fewer right-edge tiles than right-edge subtrees (size 600 has two and
    /// four), a reader that counts subtrees where it should count tiles leaves some tiles
    /// unchecked. Here a forged entry comes with its matching level-0 tile and untouched parents.
    @Test("a forged leaf tile under untouched parents is refused", arguments: [256, 600, 65_792])
    func forgedLeafTile(size: Int) throws {
        let log = TestLog(size: size)
        for position in log.tiles.indices where log.tiles[position].level == 0 {
            guard log.tiles[position].hashes.count == 256 else { continue }
            var hashes = log.tiles[position].hashes
            hashes[17] = .leaf(Array("a reading nobody logged".utf8))
            let forged = try #require(
                HashTile(level: 0, index: log.tiles[position].index, hashes: hashes))
            var tiles = log.tiles
            tiles[position] = forged
            #expect(open(log, tiles) == .failure(.parentMismatch(forged.resource)))
        }
    }

    @Test("a good tile at another tile's place is refused")
    func swappedTiles() throws {
        let log = TestLog(size: 600)
        let moved = try #require(HashTile(level: 0, index: 0, hashes: log.tiles[1].hashes))
        var tiles = log.tiles
        tiles[0] = moved
        #expect(open(log, tiles) == .failure(.parentMismatch(moved.resource)))
    }

    @Test("missing, repeated, narrow and unknown tiles are named")
    func shape() throws {
        let log = TestLog(size: 600)
        let partial = log.tiles[2]
        let narrow = try #require(
            HashTile(level: 0, index: 2, hashes: Array(partial.hashes.dropLast())))
        let stranger = try #require(HashTile(level: 0, index: 3, hashes: partial.hashes))
        #expect(
            open(log, log.tiles.filter { $0 != partial }) == .failure(.missing(partial.resource)))
        #expect(
            open(log, log.tiles.map { $0 == partial ? narrow : $0 })
                == .failure(.missing(partial.resource)))
        #expect(open(log, log.tiles + [partial]) == .failure(.duplicate(partial.resource)))
        #expect(open(log, log.tiles + [stranger]) == .failure(.notInTree(stranger.resource)))
        let unusable = AuthenticatedTiles.open([], size: -1, root: .emptyTree)
        #expect(unusable == .failure(.sizeOutOfRange(-1)))
    }

    @Test("a full tile without its parent is not taken on trust")
    func missingParent() {
        let log = TestLog(size: 70_000)
        let parent = LogResource.tile(level: 1, index: 0, width: 256)
        let tiles = log.tiles.filter { $0.resource != parent }
        #expect(open(log, tiles) == .failure(.missing(parent)))
    }

    @Test("a wider tile of a later tree stands in for a partial one, cut to its width")
    func fullTileForPartial() throws {
        let older = TestLog(size: 300)
        let later = TestLog(size: 512)
        let parent = try #require(older.tiles.last)
        let tiles = [later.tiles[0], later.tiles[1], parent]
        let proven = try open(older, tiles).get()
        #expect(proven.tile(level: 0, index: 1) == older.tiles[1])
    }

    private func open(
        _ log: TestLog, _ tiles: [HashTile]
    ) -> Result<AuthenticatedTiles, TileFinding> {
        AuthenticatedTiles.open(tiles, size: log.frontier.size, root: log.frontier.root)
    }

    private func altered(_ tile: HashTile, at offset: Int) throws -> HashTile {
        var hashes = tile.hashes
        hashes[offset] = .node(hashes[offset], .emptyTree)
        return try #require(HashTile(level: tile.level, index: tile.index, hashes: hashes))
    }
}
