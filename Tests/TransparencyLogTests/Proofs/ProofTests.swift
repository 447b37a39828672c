import Testing
import TransparencyLog

@Suite("inclusion and consistency proofs")
struct ProofTests {
    private static let largest = 70

    @Test("audit paths of the Certificate Transparency tree")
    func knownInclusions() throws {
        let entries = CertificateTransparencyTree.entries
        let tree = ReferenceTree(entries: entries)
        for (index, size, hashes) in CertificateTransparencyTree.inclusions {
            let proof = try InclusionProof(index: index, size: size, reader: tree)
            #expect(proof.hashes.map(\.hex) == hashes)
            let root = try #require(MerkleHash(hex: CertificateTransparencyTree.roots[size - 1]))
            #expect(proof.verify(leaf: .leaf(entries[index]), root: root) == nil)
        }
    }

    @Test("consistency proofs of the Certificate Transparency tree")
    func knownConsistencies() throws {
        let tree = ReferenceTree(entries: CertificateTransparencyTree.entries)
        for (old, new, hashes) in CertificateTransparencyTree.consistencies {
            let proof = try ConsistencyProof(from: old, to: new, reader: tree)
            #expect(proof.hashes.map(\.hex) == hashes)
            let roots = CertificateTransparencyTree.roots
            let oldRoot = try #require(MerkleHash(hex: roots[old - 1]))
            let newRoot = try #require(MerkleHash(hex: roots[new - 1]))
            #expect(proof.verify(oldRoot: oldRoot, newRoot: newRoot) == nil)
        }
    }

    @Test("every leaf of every tree up to 70 leaves", arguments: 1...largest)
    func inclusion(size: Int) throws {
        let tree = ReferenceTree(size: size)
        let root = try #require(MerkleHash(tree.root(0, size)))
        for index in 0..<size {
            let proof = try InclusionProof(index: index, size: size, reader: tree)
            #expect(proof.hashes.map(\.bytes) == tree.path(index, 0, size))
            let leaf = MerkleHash.leaf(tree.entries[index])
            #expect(proof.verify(leaf: leaf, root: root) == nil)
            #expect(proof.verify(leaf: .emptyTree, root: root)?.code == "proof-root-mismatch")
            for hashes in damaged(proof.hashes) {
                let forged = InclusionProof(index: index, size: size, hashes: hashes)
                #expect(forged.verify(leaf: leaf, root: root) != nil)
            }
            let elsewhere = InclusionProof(
                index: (index + 1) % size, size: size, hashes: proof.hashes)
            #expect(size == 1 || elsewhere.verify(leaf: leaf, root: root) != nil)
        }
    }

    @Test("every pair of sizes up to 70", arguments: 0...largest)
    func consistency(newSize: Int) throws {
        let tree = ReferenceTree(size: newSize)
        let newRoot = try #require(MerkleHash(tree.root(0, newSize)))
        for oldSize in 0...newSize {
            let oldRoot = try #require(MerkleHash(tree.root(0, oldSize)))
            let proof = try ConsistencyProof(from: oldSize, to: newSize, reader: tree)
            let expected = oldSize == 0 ? [] : tree.subproof(oldSize, 0, newSize)
            #expect(proof.hashes.map(\.bytes) == expected)
            #expect(proof.verify(oldRoot: oldRoot, newRoot: newRoot) == nil)
            let other = MerkleHash.leaf([1])
            #expect(proof.verify(oldRoot: other, newRoot: newRoot) != nil)
            if oldSize > 0 {
                #expect(proof.verify(oldRoot: oldRoot, newRoot: other) != nil)
            }
            for hashes in damaged(proof.hashes) {
                let forged = ConsistencyProof(
                    oldSize: oldSize, newSize: newSize, hashes: hashes)
                #expect(forged.verify(oldRoot: oldRoot, newRoot: newRoot) != nil)
            }
        }
    }

    @Test("too many or too few hashes are named as such")
    func lengths() throws {
        let tree = ReferenceTree(size: 13)
        let root = try #require(MerkleHash(tree.root(0, 13)))
        let oldRoot = try #require(MerkleHash(tree.root(0, 6)))
        let leaf = MerkleHash.leaf(tree.entries[4])
        let path = try InclusionProof(index: 4, size: 13, reader: tree).hashes
        let steps = try ConsistencyProof(from: 6, to: 13, reader: tree).hashes
        for count in [0, 1, path.count - 1, path.count + 1, 1000] {
            let hashes = Array((path + Array(repeating: leaf, count: 1000)).prefix(count))
            let proof = InclusionProof(index: 4, size: 13, hashes: hashes)
            #expect(proof.verify(leaf: leaf, root: root)?.code == "proof-wrong-length")
        }
        for count in [0, 1, steps.count - 1, steps.count + 1, 1000] {
            let hashes = Array((steps + Array(repeating: leaf, count: 1000)).prefix(count))
            let proof = ConsistencyProof(oldSize: 6, newSize: 13, hashes: hashes)
            #expect(
                proof.verify(oldRoot: oldRoot, newRoot: root)?.code == "proof-wrong-length")
        }
    }

    @Test(
        "sizes and indexes that describe no tree are refused without a trap",
        arguments: [
            (-1, 5), (5, 5), (6, 5), (0, 0), (0, -1), (Int.min, Int.max), (0, Int.max),
            (Int.max, Int.max),
        ])
    func outOfRange(index: Int, size: Int) {
        let hashes = Array(repeating: MerkleHash.emptyTree, count: 64)
        let proof = InclusionProof(index: index, size: size, hashes: hashes)
        #expect(proof.verify(leaf: .emptyTree, root: .emptyTree)?.code == "proof-out-of-range")
        #expect(throws: TreeReadError.outOfRange(requested: index, size: size)) {
            try InclusionProof(index: index, size: size, reader: ReferenceTree(size: 5))
        }
    }

    @Test(
        "a tree that shrinks or has an unusable size proves nothing",
        arguments: [(5, 4), (-1, 4), (0, -1), (0, Int.max), (Int.max, Int.max), (Int.min, 0)])
    func inconsistentSizes(oldSize: Int, newSize: Int) {
        let proof = ConsistencyProof(oldSize: oldSize, newSize: newSize, hashes: [])
        #expect(
            proof.verify(oldRoot: .emptyTree, newRoot: .emptyTree)?.code == "proof-out-of-range")
        #expect(throws: TreeReadError.outOfRange(requested: oldSize, size: newSize)) {
            try ConsistencyProof(from: oldSize, to: newSize, reader: ReferenceTree(size: 5))
        }
    }

    @Test("two roots at one size are never consistent")
    func equalSizes() {
        let proof = ConsistencyProof(oldSize: 3, newSize: 3, hashes: [])
        let finding = proof.verify(oldRoot: .leaf([1]), newRoot: .leaf([2]))
        #expect(finding?.code == "proof-old-root-mismatch")
    }

    /// Each hash altered, left out or doubled, and neighbours swapped.
    private func damaged(_ hashes: [MerkleHash]) -> [[MerkleHash]] {
        var results = [hashes + [.emptyTree]]
        for position in hashes.indices {
            var altered = hashes
            altered[position] = .node(hashes[position], .emptyTree)
            var shortened = hashes
            shortened.remove(at: position)
            var doubled = hashes
            doubled.insert(hashes[position], at: position)
            results += [altered, shortened, doubled]
            if position > 0 {
                var swapped = hashes
                swapped.swapAt(position - 1, position)
                results.append(swapped)
            }
        }
        return results
    }
}
