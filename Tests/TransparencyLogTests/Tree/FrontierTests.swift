import Testing
import TransparencyLog

@Suite("tree hashes, frontier and builder")
struct FrontierTests {
    @Test("roots of the Certificate Transparency tree")
    func certificateTransparencyRoots() {
        var frontier = Frontier()
        #expect(
            frontier.root.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        for (entry, root) in zip(
            CertificateTransparencyTree.entries, CertificateTransparencyTree.roots)
        {
            frontier.append(.leaf(entry))
            #expect(frontier.root.hex == root)
        }
        #expect(frontier.size == 8)
    }

    @Test("a frontier is the same appended, stored or read back")
    func frontierAgreesWithReference() throws {
        let tree = ReferenceTree(size: 70)
        var frontier = Frontier()
        for size in 0...70 {
            #expect(frontier.root.bytes == tree.root(0, size))
            #expect(try Frontier(size: size, reader: tree) == frontier)
            #expect(Frontier(size: size, hashes: frontier.hashes) == frontier)
            if size < 70 { frontier.append(.leaf(tree.entries[size])) }
        }
    }

    @Test("a frontier with the wrong number of hashes or an unusable size is refused")
    func frontierShape() {
        let hash = MerkleHash.emptyTree
        #expect(Frontier(size: 3, hashes: [hash]) == nil)
        #expect(Frontier(size: 4, hashes: [hash, hash]) == nil)
        #expect(Frontier(size: -1, hashes: Array(repeating: hash, count: 64)) == nil)
        #expect(Frontier(size: 1 << 54, hashes: [hash]) == nil)
        #expect(throws: TreeReadError.missingHash(TreePosition(level: 2, index: 0))) {
            try Frontier(size: 5, reader: ReferenceTree(size: 3))
        }
        #expect(throws: TreeReadError.self) {
            try Frontier(size: -1, reader: ReferenceTree(size: 3))
        }
    }

    @Test(
        "right edge of a tree",
        arguments: [
            (0, []), (1, [(0, 0)]), (6, [(2, 0), (1, 2)]), (7, [(2, 0), (1, 2), (0, 6)]),
            (70_000, [(16, 0), (12, 16), (8, 272), (6, 1092), (5, 2186), (4, 4374)]),
        ] as [(Int, [(Int, Int)])])
    func rightEdge(size: Int, expected: [(Int, Int)]) {
        #expect(
            RightEdge.subtrees(size: size)
                == expected.map { TreePosition(level: $0.0, index: $0.1) })
    }

    @Test("the builder hands over exactly the hashes of tiles above level 0")
    func builder() {
        let tree = ReferenceTree(size: 1030)
        var builder = TreeBuilder()
        for entry in tree.entries.prefix(600) { builder.append(.leaf(entry)) }
        #expect(builder.takeCompleted().map(\.index) == [0, 1])
        for entry in tree.entries.dropFirst(600) { builder.append(.leaf(entry)) }
        #expect(
            builder.completed
                == [2, 3].map { index in
                    TileHash(
                        tileLevel: 1, index: index,
                        hash: MerkleHash(tree.root(index * 256, (index + 1) * 256))
                            ?? .emptyTree)
                })
    }

    @Test("the 65536th leaf completes a tile at two levels")
    func builderSecondLevel() {
        var builder = TreeBuilder()
        for index in 0..<65_536 { builder.append(.leaf(Array("\(index)".utf8))) }
        #expect(builder.completed.count == 257)
        #expect(builder.completed.last?.tileLevel == 2)
        #expect(builder.completed.last?.hash == builder.frontier.root)
    }

    @Test("a hash has 32 bytes and one spelling in each base")
    func hashForms() {
        let bytes = (0..<32).map { UInt8($0) }
        let hash = MerkleHash(bytes)
        #expect(hash?.bytes == bytes)
        #expect(hash?.hex == "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
        #expect(hash?.base64 == "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
        #expect(hash.flatMap { MerkleHash(hex: $0.hex) } == hash)
        #expect(MerkleHash(bytes.dropLast()) == nil)
        #expect(MerkleHash(bytes + [0]) == nil)
        #expect(MerkleHash(hex: "00") == nil)
    }
}
