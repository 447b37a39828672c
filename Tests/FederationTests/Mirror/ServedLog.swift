import Federation
import Testing
import TransparencyLog

/// A log in memory that serves the resources of any of its sizes, signed with a real key.
struct ServedLog {
    let origin: LogOrigin
    private let signer: NoteSigner
    private let entries: [[UInt8]]
    private let kept: [[MerkleHash]]
    private let roots: [MerkleHash]

    /// `branch` entries are those of every such log; the rest depend on `salt`.
    init(size: Int, branch: Int = .max, salt: String = "") throws {
        origin = try #require(LogOrigin("500000.tongzhou.test/youshui/1"))
        signer = try #require(NoteSigner(name: origin.text, privateKey: Array(repeating: 7, count: 32)))
        entries = (0..<size).map { index in
            index % 97 == 5 ? [] : Array("entry \(index)\(index < branch ? "" : salt)".utf8)
        }
        var builder = TreeBuilder()
        var roots = [MerkleHash.emptyTree]
        for entry in entries {
            builder.append(MerkleHash.leaf(entry))
            roots.append(builder.frontier.root)
        }
        var kept = [entries.map { MerkleHash.leaf($0) }]
        for hash in builder.completed {
            if kept.count == hash.tileLevel { kept.append([]) }
            kept[hash.tileLevel].append(hash.hash)
        }
        self.roots = roots
        self.kept = kept
    }

    var verifier: NoteVerifier { signer.verifier }

    func entry(_ index: Int) -> [UInt8] { entries[index] }
    func root(_ size: Int) -> MerkleHash { roots[size] }

    func frontier(_ size: Int) -> Frontier {
        var frontier = Frontier()
        for leaf in kept[0][0..<size] { frontier.append(leaf) }
        return frontier
    }

    func note(_ size: Int) throws -> [UInt8] {
        try note(signing: Checkpoint(origin: origin.text, size: size, root: roots[size]))
    }

    func note(signing checkpoint: Checkpoint, by other: NoteSigner? = nil) throws -> [UInt8] {
        let signature = try (other ?? signer).sign(checkpoint.body)
        return try #require(SignedNote(text: checkpoint.body, signatures: [signature])).bytes
    }

    func verified(_ size: Int) throws -> VerifiedCheckpoint {
        try VerifiedCheckpoint.open(note: try note(size), origin: origin.text, keys: [verifier]).get()
    }

    /// The bytes of a tile or bundle, as an honest server has them.
    func body(_ resource: LogResource) -> [UInt8]? {
        switch resource {
        case .checkpoint: return nil
        case .tile(let level, let index, let width):
            guard level < kept.count, index * 256 + width <= kept[level].count else { return nil }
            return HashTile(level: level, index: index, hashes: Array(kept[level][index * 256..<index * 256 + width]))?
                .bytes
        case .entries(let index, let width):
            guard index * 256 + width <= entries.count else { return nil }
            return try? EntryBundle.encode(Array(entries[index * 256..<index * 256 + width])).get()
        }
    }

    func mirror() -> Mirror {
        Mirror(origin: origin, verifier: verifier, frontier: Frontier(), checkpoint: nil, finding: nil)
    }
}
