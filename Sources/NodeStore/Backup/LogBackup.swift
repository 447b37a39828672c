public import Foundation
import GRDB

/// Copies a log database, also one that a running node writes to, into one file that stands for itself.
public enum LogBackup {
    private static let pagesPerStep: CInt = 512

    /// Bytes the copy will have, as of now.
    public static func size(of source: LogFile) throws -> Int {
        try source.queue.read { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            return pages * (try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
        }
    }

    /// Writes the state of one moment into the empty file `url`; `progress` gets pages done and pages in all.
    ///
    /// SQLite's online backup inside one read transaction: the writer goes on, and nothing it adds meanwhile makes
    /// the copy begin again. The copy needs no write-ahead log beside it.
    public static func write(_ source: LogFile, to url: URL, progress: (Int, Int) -> Void) throws {
        let copy = try DatabaseQueue(path: url.path)
        try withoutActuallyEscaping(progress) { progress in
            try source.queue.read { db in
                // The read transaction begins with the first read.
                _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
                try copy.writeWithoutTransaction { destination in
                    try db.backup(to: destination, pagesPerStep: pagesPerStep) { step in
                        progress(step.completedPageCount, step.totalPageCount)
                    }
                }
            }
        }
        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.close()
    }
}
