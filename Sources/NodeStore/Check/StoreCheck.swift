public import Federation
import GRDB
public import TransparencyLog

/// Examines a log database: what it is made of, each log, and the records beside the logs.
///
/// Reads only, in short transactions, so it runs beside a node as well as on a folder or a backup.
public struct StoreCheck: Sendable {
    private let reader: any DatabaseReader
    private let owner: NodeName
    private let keys: @Sendable (LogOrigin) -> NoteKeys

    /// - Parameters:
    ///   - owner: whose database it is; its logs are own logs, all others mirrors.
    ///   - keys: the keys a log may be signed with; none for a log of nobody known.
    public init(_ file: LogFile, owner: NodeName, keys: @escaping @Sendable (LogOrigin) -> NoteKeys) {
        reader = file.queue
        self.owner = owner
        self.keys = keys
    }

    public init(_ database: LogDatabase, owner: NodeName, keys: @escaping @Sendable (LogOrigin) -> NoteKeys) {
        reader = database.pool
        self.owner = owner
        self.keys = keys
    }

    /// Each log's stored right edge against its newest checkpoint.
    public func heads() -> (logs: [CheckedLog], damages: DamageList) {
        var damages = DamageList()
        var logs: [CheckedLog] = []
        attempt(&damages) { db, damages in
            for (row, own) in try ListedLogs(db, owner).logs {
                logs.append(try LogHead(row, own: own, keys: keys(row.origin)).examine(db, &damages))
            }
        }
        return (logs.sorted { $0.origin < $1.origin }, damages)
    }

    /// SQLite's own check of the file, the schema, the list of logs, and the rows that belong to none or lie beside them.
    public func structure() -> DamageList {
        var damages = DamageList()
        attempt(&damages) { db, damages in
            for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where line != "ok" {
                damages.add(Damage(.fileMalformed, .file, expected: "ok", found: line))
            }
        }
        attempt(&damages) { db, damages in try SchemaCheck(db).examine(&damages) }
        attempt(&damages) { db, damages in
            let listed = try ListedLogs(db, owner)
            damages.add(listed.damages)
            for (row, _) in listed.logs where keys(row.origin).isEmpty {
                damages.add(Damage(.logKeyUnknown, log: row.origin, .log, expected: "a file in peers/"))
            }
            try StrayRows(db, listed.logs.map(\.row)).examine(&damages)
            try RecordCheck(db, keys).examine(&damages)
        }
        return damages
    }

    /// One walk per log, for recomputing everything from the entries' bytes.
    public func walks() throws -> [LogWalk] {
        try reader.read { db in
            try ListedLogs(db, owner).logs.map { LogWalk(reader, $0.row, own: $0.own, keys: keys($0.row.origin)) }
        }.sorted { $0.origin < $1.origin }
    }

    /// The rows of the SM3 trees held against themselves; a part of `structure`.
    public func sm3Records() -> DamageList {
        var damages = DamageList()
        attempt(&damages) { db, damages in
            guard try db.tableExists("sm3_tree") else { return }
            try SM3TreeRecords(db, keys).examine(&damages)
        }
        return damages
    }

    /// One walk per log whose SM3 tree has been signed, for recomputing its root from the entries' bytes.
    public func sm3Walks() throws -> [SM3Walk] {
        try reader.read { db -> [SM3Walk] in
            var walks: [SM3Walk] = []
            guard try db.tableExists("sm3_tree") else { return walks }
            for (row, own) in try ListedLogs(db, owner).logs {
                guard let tree = try SM3TreeRow.find(db, row.id),
                    let walk = SM3Walk(reader, row, own: own, tree)
                else { continue }
                walks.append(walk)
            }
            return walks
        }.sorted { $0.origin < $1.origin }
    }

    /// Runs one part; what SQLite cannot read is itself a finding and does not keep the other parts from running.
    private func attempt(_ damages: inout DamageList, _ part: (Database, inout DamageList) throws -> Void) {
        do {
            try reader.read { db in try part(db, &damages) }
        } catch {
            damages.add(Damage(.fileUnreadable, .file, expected: "rows that SQLite can read", found: "\(error)"))
        }
    }
}
