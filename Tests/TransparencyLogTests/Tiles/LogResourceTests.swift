import Testing
import TransparencyLog

@Suite("resource paths and what a size implies")
struct LogResourceTests {
    @Test(
        "paths as C2SP tlog-tiles writes them",
        arguments: [
            (.checkpoint, "checkpoint"),
            (.tile(level: 0, index: 0, width: 256), "tile/0/000"),
            (.tile(level: 0, index: 1_234_067, width: 256), "tile/0/x001/x234/067"),
            (.tile(level: 63, index: 999, width: 1), "tile/63/999.p/1"),
            (.tile(level: 2, index: 1000, width: 255), "tile/2/x001/000.p/255"),
            (.entries(index: 1_000_000, width: 256), "tile/entries/x001/x000/000"),
            (.entries(index: 273, width: 112), "tile/entries/273.p/112"),
            (
                .entries(index: 35_184_372_088_831, width: 256),
                "tile/entries/x035/x184/x372/x088/831"
            ),
        ] as [(LogResource, String)])
    func canonicalPaths(resource: LogResource, path: String) {
        #expect(resource.path == path)
        #expect(LogResource(path: path) == resource)
    }

    @Test(
        "a path that is not canonical names nothing",
        arguments: [
            "", "/", "/checkpoint", "checkpoint/", "Checkpoint", "checkpoint\n", "tile", "tile/",
            "tile/0", "tile/0/", "tile//000", "tile/0//000", "/tile/0/000", "tile/0/000/",
            "tile/00/000", "tile/01/000", "tile/64/000", "tile/-1/000", "tile/+1/000",
            "tile/0x0/000", "tile/ 0/000", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/1000",
            "tile/0/x000/001", "tile/0/x000/x001/234", "tile/0/001/234", "tile/0/x001",
            "tile/0/x01/234",
            "tile/0/x0001/234", "tile/0/X001/234", "tile/0/x001/x234", "tile/0/-01", "tile/0/ 01",
            "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/01",
            "tile/0/000.p/256", "tile/0/000.p/999999999999999999999", "tile/0/000.p/-1",
            "tile/0/000.p/1/1", "tile/0/000.P/1", "tile/0/000.p/1.p/1", "tile/0/.p/1",
            "tile/0/x001.p/234", "tile/0/x001.p/234.p/5", "tile/0/000p/1", "tile/entries",
            "tile/entries/", "tile/Entries/000", "tile/entries/../0/000", "tile/0/../0/000",
            "../checkpoint", "tile/0/..", "tile/0/%30%30%30", "tile/%2e%2e/000",
            "tile/0/000%2ep/1", "tile/0/000?x", "tile/0/000#", "tile/0/０００", "tile/０/000",
            "tile/0/000\0", "tile\\0\\000", "tile/0/x035/x184/x372/x088/832",
            "tile/0/x001/x000/x000/x000/x000/000",
            "tile/0/x999/x999/x999/x999/x999/x999/x999/x999/999",
        ])
    func hostilePaths(path: String) {
        #expect(LogResource(path: path) == nil)
    }

    @Test("the specification's example: a tree of 70,000")
    func seventyThousand() {
        let size = 70_000
        let tiles = LogResource.tiles(forSize: size)
        let level0 = (0..<273).map { LogResource.tile(level: 0, index: $0, width: 256) }
        #expect(
            tiles == level0 + [
                .tile(level: 0, index: 273, width: 112),
                .tile(level: 1, index: 0, width: 256),
                .tile(level: 1, index: 1, width: 17),
                .tile(level: 2, index: 0, width: 1),
            ])
        #expect(
            LogResource.partialTiles(forSize: size) == [
                .tile(level: 0, index: 273, width: 112),
                .tile(level: 1, index: 1, width: 17),
                .tile(level: 2, index: 0, width: 1),
            ])
        #expect(LogResource.bundles(forSize: size).count == 274)
        #expect(LogResource.resources(forSize: size).count == 277 + 274)
    }

    @Test("the specification's example: a tree of 256")
    func twoHundredFiftySix() {
        #expect(
            LogResource.resources(forSize: 256) == [
                .tile(level: 0, index: 0, width: 256),
                .tile(level: 1, index: 0, width: 1),
                .entries(index: 0, width: 256),
            ])
    }

    @Test("an empty tree and an unusable size imply nothing", arguments: [0, -1, Int.max, Int.min])
    func nothing(size: Int) {
        #expect(LogResource.resources(forSize: size).isEmpty)
        #expect(LogResource.partialTiles(forSize: size).isEmpty)
        #expect(LogResource.width(level: 0, index: 0, forSize: size) == nil)
    }

    @Test("bundles of a growing tree begin with the one that grows")
    func growth() {
        #expect(
            LogResource.bundles(from: 300, forSize: 600) == [
                .entries(index: 1, width: 256), .entries(index: 2, width: 88),
            ])
        #expect(LogResource.bundles(from: 512, forSize: 512).isEmpty)
        #expect(LogResource.bundles(from: 513, forSize: 512).isEmpty)
        #expect(LogResource.bundles(from: -1, forSize: 512).isEmpty)
    }

    @Test(
        "width of a tile",
        arguments: [
            (0, 273, 70_000, 112), (0, 272, 70_000, 256), (0, 274, 70_000, nil),
            (1, 0, 70_000, 256), (1, 1, 70_000, 17), (2, 0, 70_000, 1), (3, 0, 70_000, nil),
            (63, 0, 1 << 53, nil), (6, 0, 1 << 53, 32), (0, -1, 10, nil), (-1, 0, 10, nil),
            (64, 0, 10, nil), (0, Int.max, 10, nil),
        ] as [(Int, Int, Int, Int?)])
    func widths(level: Int, index: Int, size: Int, expected: Int?) {
        #expect(LogResource.width(level: level, index: index, forSize: size) == expected)
    }

    @Test("a partial resource exists from its size on, and never a wider one")
    func existence() {
        let partial = LogResource.entries(index: 1, width: 44)
        #expect(!partial.exists(inSize: 299))
        #expect(partial.exists(inSize: 300))
        #expect(partial.exists(inSize: 70_000))
        #expect(!LogResource.tile(level: 0, index: 1, width: 256).exists(inSize: 511))
        #expect(LogResource.tile(level: 1, index: 0, width: 2).exists(inSize: 512))
        #expect(!LogResource.tile(level: 1, index: 0, width: 2).exists(inSize: 511))
        #expect(LogResource.checkpoint.exists(inSize: 0))
    }
}
