import Contest
import Federation
import GRDBSQLite
import NodeStore
import TransparencyLog

/// What is compared with what.
enum Contests {
    /// From bundles in memory to rows on the disk.
    static func mirroring(_ log: OriginLog) -> Contest {
        Contest(
            title: "a log of another node, from bundles in memory",
            contestants: [
                Contestant(name: "ceiling: hash and insert") { _ in try Ceiling(log: log, isIndexed: false).run() },
                Contestant(name: "mirror: verified, durable") { _ in try MirrorWork(log: log).store() },
                Contestant(name: "ceiling with an index") { _ in try Ceiling(log: log, isIndexed: true).run() },
                Contestant(name: "mirror with an index") { _ in try MirrorWork(log: log, isIndexed: true).store() },
                Contestant(name: "audit: verified only") { _ in try MirrorWork(log: log).audit() },
                Contestant(name: "hashing alone") { _ in
                    var frontier = Frontier()
                    for entry in log.entries { frontier.append(MerkleHash.leaf(entry)) }
                    return frontier.size
                },
            ])
    }

    /// Own entries, 4096 at a time and a few hundred, signed.
    static func writing(_ log: OriginLog) -> Contest {
        Contest(
            title: "own entries, each batch signed",
            contestants: [4096, 256].map { size in
                Contestant(name: "append, batches of \(size)") { count in try append(log, size) }
            })
    }

    private static func append(_ log: OriginLog, _ size: Int) throws -> Int {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.data, creating: true)
        try database.register(log.origin, own: true)
        var frontier = Frontier()
        for start in stride(from: 0, to: log.entries.count, by: size) {
            let end = min(log.entries.count, start + size)
            let batch = LogBatch(origin: log.origin, onto: frontier, entries: Array(log.entries[start..<end]))
            try database.append(batch) { try OriginLog.sign($0, log.signer) }
            frontier = batch.frontier
        }
        return frontier.size
    }
}
