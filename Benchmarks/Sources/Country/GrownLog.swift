package import Federation
package import TransparencyLog

/// One log in memory, with its root at every size.
package struct GrownLog {
    package let origin: LogOrigin
    package private(set) var entries: [[UInt8]] = []
    package private(set) var leaves: [MerkleHash] = []
    package private(set) var roots = [MerkleHash.emptyTree]
    private var frontier = Frontier()

    init(_ origin: LogOrigin) { self.origin = origin }

    package var head: CutLog { CutLog(log: origin, size: entries.count, root: frontier.root) }

    package mutating func append(_ entry: Entry, at: Timestamp) throws -> EntryReference {
        let bytes = try SignedEntry(log: origin, at: at, entry: entry).encoded()
        entries.append(bytes)
        leaves.append(MerkleHash.leaf(bytes))
        frontier.append(leaves[leaves.count - 1])
        roots.append(frontier.root)
        return EntryReference(log: origin, index: entries.count - 1)
    }
}

extension GrownLog: HashReader {
    package func hash(level: Int, index: Int) -> MerkleHash? {
        guard level >= 0, index >= 0, (index + 1) << level <= leaves.count else { return nil }
        guard level > 0 else { return leaves[index] }
        guard let left = hash(level: level - 1, index: 2 * index),
            let right = hash(level: level - 1, index: 2 * index + 1)
        else { return nil }
        return MerkleHash.node(left, right)
    }
}
