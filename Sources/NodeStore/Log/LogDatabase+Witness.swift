public import Federation
import Foundation
import GRDB
import TransparencyLog

/// What this node's witness has cosigned. A record only ever advances; triggers make that true for every writer.
extension LogDatabase {
    /// Decides on one log's record and keeps what the decision replaces it with, in one transaction, so that
    /// nothing comes between. What `decide` returns may be told once this has returned.
    public func witness<Answer>(
        _ origin: LogOrigin, _ decide: (WitnessRecord?) throws -> (WitnessRecord?, Answer)
    ) throws -> Answer {
        let answer = try write { db in
            let (record, answer) = try decide(try Self.witnessed(db, origin))
            if let record {
                try db.execute(
                    sql: """
                        INSERT INTO witnessed (origin, size, root, note, cosigned) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (origin) DO UPDATE SET size = excluded.size, root = excluded.root,
                          note = excluded.note, cosigned = excluded.cosigned
                        """,
                    arguments: [
                        origin.text, record.size, Data(record.root.bytes), Data(record.note), record.cosigned,
                    ])
            }
            FailPoint.witnessDecided.reach()
            return answer
        }
        FailPoint.witnessCommitted.reach()
        return answer
    }

    /// The record of one log; `nil` when it was never cosigned.
    public func witnessed(_ origin: LogOrigin) throws -> WitnessRecord? {
        try read { try Self.witnessed($0, origin) }
    }

    /// All records, sorted by origin.
    public func witnessed() throws -> [(origin: LogOrigin, record: WitnessRecord)] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT origin, size, root, note, cosigned FROM witnessed").compactMap { row in
                guard let origin = LogOrigin(try row.sound(0, of: "witnessed")) else { return nil }
                return (origin, try Self.record(row))
            }.sorted { $0.origin < $1.origin }
        }
    }

    /// How many logs of one node are witnessed.
    public func witnessedLogs(of node: NodeName) throws -> Int {
        // `0` follows `/` in ASCII.
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM witnessed WHERE origin > ? AND origin < ?",
                arguments: ["\(node.text)/", "\(node.text)0"]) ?? 0
        }
    }

    private static func witnessed(_ db: Database, _ origin: LogOrigin) throws -> WitnessRecord? {
        let statement = try db.cachedStatement(
            sql: "SELECT origin, size, root, note, cosigned FROM witnessed WHERE origin = ?")
        return try Row.fetchOne(statement, arguments: [origin.text]).map { try record($0) }
    }

    /// A record that cannot be read is not none: the witness would begin anew.
    private static func record(_ row: Row) throws -> WitnessRecord {
        guard let root = MerkleHash(try row.sound(2, of: "witnessed") as Data) else {
            throw StoreError.damaged("witnessed")
        }
        return WitnessRecord(
            size: try row.sound(1, of: "witnessed"), root: root,
            note: Array(try row.sound(3, of: "witnessed") as Data), cosigned: try row.sound(4, of: "witnessed"))
    }
}
