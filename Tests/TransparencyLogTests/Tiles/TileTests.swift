import Testing
import TransparencyLog

@Suite("tiles")
struct TileTests {
    private static let log = TestLog(size: 600)

    @Test("tiles answer for every tree level", arguments: [1, 255, 256, 257, 600])
    func hashesFromTiles(size: Int) throws {
        let log = TestLog(size: size)
        let tiles = try #require(tileSet(log))
        for level in 0...10 {
            for index in 0..<(size >> level) {
                #expect(try tiles.hash(level: level, index: index) == log.hash(level, index))
            }
            #expect(try tiles.hash(level: level, index: size >> level) == nil)
        }
        #expect(try Frontier(size: size, reader: tiles) == log.frontier)
        let proof = try InclusionProof(index: size / 2, size: size, reader: tiles)
        #expect(proof.verify(leaf: log.leaves[size / 2], root: log.frontier.root) == nil)
    }

    @Test("a place no tree has is answered with nil, not a trap")
    func absurdPlaces() throws {
        let tiles = try #require(tileSet(Self.log))
        for (level, index) in [(-1, 0), (0, -1), (0, Int.max), (Int.max, Int.max), (7, Int.max)] {
            #expect(try tiles.hash(level: level, index: index) == nil)
        }
    }

    @Test("answers that do not fit the request are refused")
    func tileSetShape() {
        let resource = LogResource.tile(level: 0, index: 0, width: 2)
        let body = [UInt8](repeating: 1, count: 64)
        func make(_ resources: [LogResource], _ bodies: [[UInt8]?]) -> TileSet? {
            TileSet(size: 2, resources: resources, bodies: bodies)
        }
        #expect(make([resource], [body]) != nil)
        #expect(make([resource], [nil]) != nil)
        #expect(make([resource], []) == nil)
        #expect(make([resource], [body + body]) == nil)
        #expect(make([resource], [body.dropLast()]) == nil)
        #expect(make([.tile(level: 0, index: 0, width: 3)], [body + body.prefix(32)]) == nil)
        #expect(make([.entries(index: 0, width: 2)], [body]) == nil)
    }

    @Test("a tile is 1 to 256 whole hashes at a place a path can name")
    func tileShape() {
        let hash = [UInt8](repeating: 5, count: 32)
        #expect(HashTile(level: 0, index: 0, bytes: hash)?.bytes == hash)
        #expect(HashTile(level: 0, index: 0, bytes: []) == nil)
        #expect(HashTile(level: 0, index: 0, bytes: hash + [0]) == nil)
        #expect(HashTile(level: 64, index: 0, bytes: hash) == nil)
        #expect(HashTile(level: 0, index: -1, bytes: hash) == nil)
        let full = (0..<256).flatMap { _ in hash }
        #expect(HashTile(level: 0, index: 0, bytes: full)?.hashes.count == 256)
        #expect(HashTile(level: 0, index: 0, bytes: full + hash) == nil)
    }

    private func tileSet(_ log: TestLog) -> TileSet? {
        let resources = LogResource.tiles(forSize: log.frontier.size)
        return TileSet(
            size: log.frontier.size, resources: resources, bodies: resources.map(log.body))
    }
}
