import TransparencyLog

/// A tree grown by one tile of leaves: the hashes that completes and the roots at the signed sizes within.
struct GrownTile {
    let builder: TreeBuilder
    /// The tile's own hash first, when it is full, then those of the tiles it completes above.
    let completed: [TileHash]
    /// One per signed checkpoint.
    let roots: [MerkleHash]
    private let signed: [Checkpoint]

    /// Leaves up to the first missing one.
    init(_ builder: TreeBuilder, _ leaves: [MerkleHash?], _ signed: [Checkpoint]) {
        var builder = builder
        var roots: [MerkleHash] = []
        var next = signed[...]
        func note() {
            while let checkpoint = next.first, checkpoint.size == builder.frontier.size {
                roots.append(builder.frontier.root)
                next.removeFirst()
            }
        }
        note()
        for leaf in leaves {
            guard let leaf else { break }
            builder.append(leaf)
            note()
        }
        completed = builder.takeCompleted()
        self.builder = builder
        self.roots = roots
        self.signed = signed
    }

    /// Whether the tile has the hash that is stored for it, or, where it is not full, the root last signed beyond
    /// entry `index`.
    func agrees(with stored: MerkleHash?, beyond index: Int) -> Bool {
        if let own = completed.first { return own.hash == stored }
        guard let last = signed.last, last.size > index, roots.count == signed.count else { return false }
        return roots.last == last.root
    }
}
