/// Proof that a leaf is in a tree: the audit path of RFC 6962 section 2.1.1.
public struct InclusionProof: Hashable, Sendable {
    /// Index of the leaf, from 0.
    public let index: Int
    /// Number of leaves of the tree.
    public let size: Int
    /// Sibling hashes from the leaf upwards.
    public let hashes: [MerkleHash]

    public init(index: Int, size: Int, hashes: [MerkleHash]) {
        self.index = index
        self.size = size
        self.hashes = hashes
    }

    /// Builds the proof for leaf `index` in the tree of the first `size` leaves.
    ///
    /// Throws `TreeReadError`, or what the reader throws.
    public init(index: Int, size: Int, reader: some HashReader) throws {
        guard TreeSize.isValid(size), index >= 0, index < size else {
            throw TreeReadError.outOfRange(requested: index, size: size)
        }
        var siblings: [MerkleHash] = []
        var start = 0
        var end = size
        while end - start > 1 {
            let split = start + (end - start).splitPoint
            if index < split {
                siblings.append(try reader.rangeHash(from: split, to: end))
                end = split
            } else {
                siblings.append(try reader.rangeHash(from: start, to: split))
                start = split
            }
        }
        self.init(index: index, size: size, hashes: siblings.reversed())
    }

    /// Checks the proof (RFC 9162 section 2.1.3.2); nil means that `leaf` is at `index` in the
    /// tree of `size` leaves with this root.
    public func verify(leaf: MerkleHash, root: MerkleHash) -> ProofFinding? {
        guard TreeSize.isValid(size), index >= 0, index < size else {
            return .outOfRange(detail: "leaf \(index) of a tree of \(size)")
        }
        var node = index
        var last = size - 1
        var hash = leaf
        for sibling in hashes {
            guard last > 0 else { return wrongLength }
            if node & 1 == 1 || node == last {
                hash = MerkleHash.node(sibling, hash)
                // Levels where the right edge has no sibling carry no hash in the proof.
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                hash = MerkleHash.node(hash, sibling)
            }
            node >>= 1
            last >>= 1
        }
        guard last == 0 else { return wrongLength }
        guard hash == root else {
            return .rootMismatch(
                detail: "leaf \(index) of \(size) leads to \(hash.hex), not \(root.hex)")
        }
        return nil
    }

    private var wrongLength: ProofFinding {
        .wrongLength(detail: "\(hashes.count) hashes for leaf \(index) of a tree of \(size)")
    }
}
