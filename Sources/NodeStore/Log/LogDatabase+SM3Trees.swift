public import Federation
import GRDB
public import TransparencyLog

/// The SM3 trees beside the logs.
extension LogDatabase {
    /// Takes up to `most` entries of an own log into its SM3 tree, one transaction, and signs it once it is level with
    /// the log. Returns how many entries the tree has; `nil` when it was level and signed already, or the log is empty.
    ///
    /// Throws `StoreError.damagedTree` when what is kept of the tree, or of the entries under it, has rotted.
    public func growSM3Tree(
        _ origin: LogOrigin, by most: Int, sign: (Checkpoint) throws -> [UInt8]
    ) throws -> Int? {
        let log = try read { db -> LogRow? in
            guard let log = try LogRow.find(db, origin), log.size > 0 else { return nil }
            let row = try SM3TreeRow.find(db, log.id)
            return row?.size == log.size && row?.claim?.size == log.size && row?.sound != nil ? nil : log
        }
        guard log != nil else { return nil }
        return try write { db in
            let log = try LogRow.fetch(db, origin)
            let size = try SM3TreeRow.find(db, log.id)?.size ?? 0
            let end = min(log.size, size + most)
            try SM3TreeWriter(db, log.id, origin, StoredLog(db, log.id, size: log.size)).grow(upTo: end, sign: sign)
            return end
        }
    }

    /// The newest note over a log's SM3 tree, as signed; `nil` when there is none.
    public func sm3Note(of origin: LogOrigin) throws -> [UInt8]? {
        try read { db in
            try LogRow.find(db, origin).flatMap { try SM3TreeRow.find(db, $0.id)?.note }
        }
    }

    /// Keeps a verified checkpoint over a peer's SM3 tree. One of a smaller tree than is kept changes nothing.
    public func keepSM3(_ checkpoint: VerifiedCheckpoint, of origin: LogOrigin) throws {
        try write { db in
            let log = try LogRow.fetch(db, origin)
            if let row = try SM3TreeRow.find(db, log.id) {
                guard row.size < checkpoint.checkpoint.size else { return }
            }
            try SM3TreeRow(size: checkpoint.checkpoint.size, edge: nil, note: checkpoint.note).write(db, log.id)
        }
    }
}
