import Federation
import TransparencyLog

/// What one node holds of the logs: some of them, each up to some size.
struct Held: LogHistory {
    private let logs: [(log: MemoryLog, size: Int)]
    private(set) var docket: Docket

    init(_ logs: [(log: MemoryLog, size: Int)], roster: Roster) {
        self.logs = logs
        docket = Docket(roster: roster)
        for (log, size) in logs where size > 0 {
            docket.fold(Array(log.entries[0..<size]), from: 0, head: log.head(size))
        }
    }

    func book() throws -> LedgerBook { try LedgerBook(docket, history: self) }

    func root(of log: LogOrigin, at size: Int) -> MerkleHash? {
        logs.first { $0.log.origin == log && size <= $0.size }?.log.roots[size]
    }
}
