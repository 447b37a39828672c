public import Federation
public import Foundation
import GRDB
import TransparencyLog

/// Compares the views of a folder with views made anew from the logs, beside a running node.
///
/// Without the tables that say how all logs stand together (`settlement`) or how a program has read them (`stretch`).
public struct ViewsComparison {
    public enum Outcome: Sendable {
        /// Every row is there, and none besides.
        case equal(rows: Int)
        /// The first table in which rows differ.
        case differs(table: String, missing: Int, surplus: Int)
        /// So many stored entries are not in the views: nothing was compared.
        case behind(entries: Int)
        /// The views were written to all the while, or are not of this version: nothing can be said.
        case unsettled
    }

    private let folder: DataFolder
    private let logs: LogFile
    private let scratch: URL
    private static let attempts = 3
    private static let step = 4096

    /// - Parameter scratch: a folder for the views that are made anew.
    public init(_ folder: DataFolder, _ logs: LogFile, scratch: URL) {
        self.folder = folder
        self.logs = logs
        self.scratch = scratch
    }

    /// - Parameters:
    ///   - stored: how many entries logs had a while ago; views that lack some of these are not compared. A log that
    ///     is not named is compared as far as it is followed.
    ///   - progress: entries read of all there are.
    public func run(
        stored: [(origin: LogOrigin, size: Int)] = [], progress: (Int, Int) -> Void
    ) throws -> Outcome {
        for _ in 0..<Self.attempts {
            guard let before = try positions() else { return .unsettled }
            let missing = Self.missing(stored, in: before)
            guard missing == 0 else { return .behind(entries: missing) }
            let fresh = DataFolder(scratch)
            try ViewsDatabase.remove(fresh)
            let views = try ViewsDatabase(fresh, of: NoHistory())
            try fill(views, before, progress)
            if let outcome = try compare(views, before) { return outcome }
        }
        return .unsettled
    }

    private struct NoHistory: LogHistory {
        func root(of log: LogOrigin, at size: Int) throws -> MerkleHash? { nil }
    }

    private func positions() throws -> [CutLog]? {
        try LogFile(contentsOf: folder.viewsDatabase).queue.read { db in
            guard try Int.fetchOne(db, sql: "PRAGMA user_version") == ViewsSchema.version else { return nil }
            return try Self.positions(db, "main")
        }
    }

    private static func positions(_ db: Database, _ schema: String) throws -> [CutLog] {
        try Row.fetchAll(db, sql: "SELECT log, position, root FROM \(schema).follower ORDER BY log").compactMap { row in
            guard let log = LogOrigin(try row.sound(0, of: "follower")),
                let root = MerkleHash(hex: try row.sound(2, of: "follower"))
            else { return nil }
            return CutLog(log: log, size: try row.sound(1, of: "follower"), root: root)
        }
    }

    /// Entries that have not been followed.
    private static func missing(_ stored: [(origin: LogOrigin, size: Int)], in heads: [CutLog]) -> Int {
        let followed = Dictionary(heads.map { ($0.log, $0.size) }, uniquingKeysWith: { first, _ in first })
        return stored.reduce(0) { $0 + max(0, $1.size - max(0, followed[$1.origin] ?? 0)) }
    }

    private func fill(_ views: ViewsDatabase, _ heads: [CutLog], _ progress: (Int, Int) -> Void) throws {
        let total = heads.reduce(0) { $0 + $1.size }
        var done = 0
        for head in heads {
            var start = 0
            while start < head.size {
                let end = min(start + Self.step, head.size)
                guard let entries = try logs.read(head.log, { try $0.entries(start..<end) }) else { break }
                let part = CutLog(log: head.log, size: end, root: head.root)
                try views.follow(entries, from: start, head: part)
                done += end - start
                start = end
                progress(done, total)
            }
        }
    }

    /// `nil` when the kept views have moved on since `heads`.
    private func compare(_ views: ViewsDatabase, _ heads: [CutLog]) throws -> Outcome? {
        try views.queue.inDatabase { db in
            try db.execute(sql: "ATTACH DATABASE ? AS kept", arguments: [folder.viewsDatabase.path])
            defer { try? db.execute(sql: "DETACH DATABASE kept") }
            var outcome: Outcome?
            try db.inTransaction(.deferred) {
                outcome = try Self.compare(db, heads)
                return .rollback
            }
            return outcome
        }
    }

    private static func compare(_ db: Database, _ heads: [CutLog]) throws -> Outcome? {
        let now = try positions(db, "kept")
        guard now.map(\.log) == heads.map(\.log), now.map(\.size) == heads.map(\.size) else { return nil }
        let tables = try String.fetchAll(
            db,
            sql: """
                SELECT name FROM main.sqlite_master WHERE type = 'table'
                  AND name NOT IN ('stretch', 'settlement') AND name NOT LIKE 'sqlite_%' ORDER BY name
                """)
        var rows = 0
        for table in tables {
            func count(_ a: String, _ b: String) throws -> Int {
                let sql = "SELECT count(*) FROM (SELECT * FROM \(a).\(table) EXCEPT SELECT * FROM \(b).\(table))"
                return try Int.fetchOne(db, sql: sql) ?? 0
            }
            let (missing, surplus) = (try count("main", "kept"), try count("kept", "main"))
            guard missing == 0, surplus == 0 else { return .differs(table: table, missing: missing, surplus: surplus) }
            rows += try Int.fetchOne(db, sql: "SELECT count(*) FROM kept.\(table)") ?? 0
        }
        return .equal(rows: rows)
    }
}
