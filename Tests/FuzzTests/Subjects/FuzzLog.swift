import TransparencyLog

/// A small log of its own: what is proven in its name can be compared with what is in it.
enum FuzzLog {
    static let origin = "500000.tongzhou.test/youshui/1"
    /// A bundle and a half, so that a full and two partial tiles are among its tiles.
    static let entries: [[UInt8]] = (0..<300).map { Array("entry \($0)".utf8) }
    static let leaves = entries.map { MerkleHash.leaf($0) }

    /// Of the seed 07 … 07.
    static let key: NoteVerifier = {
        guard let signer else { preconditionFailure("32 bytes are a seed") }
        return signer.verifier
    }()
    static let signer = NoteSigner(name: origin, privateKey: [UInt8](repeating: 7, count: 32))

    /// Sizes at which the log has signed.
    static let sizes = [7, 300]
    /// The texts it signed.
    static let signed = sizes.map { Array(checkpoint($0).body.utf8) }

    static func checkpoint(_ size: Int) -> Checkpoint {
        Checkpoint(origin: origin, size: size, root: root(size))
    }

    static func root(_ size: Int) -> MerkleHash { roots[size] }

    /// Of the first 0 to 300 entries.
    private static let roots: [MerkleHash] = {
        var builder = TreeBuilder()
        return [builder.frontier.root]
            + leaves.map { leaf in
                builder.append(leaf)
                return builder.frontier.root
            }
    }()

    /// The signed note of one of `sizes`.
    static func note(_ size: Int) throws -> [UInt8] {
        let body = checkpoint(size).body
        guard let signature = try signer?.sign(body), let note = SignedNote(text: body, signatures: [signature]) else {
            throw Violation(description: "the log cannot sign")
        }
        return note.bytes
    }

    /// All tiles of the whole log.
    static let tiles: [HashTile] = {
        var builder = TreeBuilder()
        for leaf in leaves { builder.append(leaf) }
        let upper = builder.completed.map(\.hash)
        return LogResource.tiles(forSize: entries.count).compactMap { resource in
            guard case .tile(let level, let index, let width) = resource else { return nil }
            let hashes = level == 0 ? Array(leaves[index * 256..<index * 256 + width]) : Array(upper.prefix(width))
            return HashTile(level: level, index: index, hashes: hashes)
        }
    }()

    static let proven = try? AuthenticatedTiles.open(tiles, size: entries.count, root: root(entries.count)).get()
}
