import Federation
import TransparencyLog

/// One log in memory, with its root at every size.
struct MemoryLog {
    let origin: LogOrigin
    private(set) var entries: [[UInt8]] = []
    private(set) var roots = [MerkleHash.emptyTree]
    private var frontier = Frontier()

    init(_ origin: LogOrigin) { self.origin = origin }

    mutating func append(_ entry: [UInt8]) {
        entries.append(entry)
        frontier.append(MerkleHash.leaf(entry))
        roots.append(frontier.root)
    }

    func head(_ size: Int) -> CutLog { CutLog(log: origin, size: size, root: roots[size]) }
}
