import Foundation
import GRDBSQLite
import TransparencyLog

/// The least that can be done: cut the bundles, hash leaves and nodes, insert rows, 4096 per transaction, with
/// `synchronous` FULL; no checks, no tiles, no checkpoint.
struct Ceiling {
    let log: OriginLog
    let isIndexed: Bool

    func run() throws -> Int {
        let folder = try TemporaryFolder()
        var handle: OpaquePointer?
        guard sqlite3_open(folder.url.appending(path: "ceiling.sqlite").path, &handle) == SQLITE_OK else {
            throw OriginLog.Broken()
        }
        defer { sqlite3_close(handle) }
        try execute(handle, "PRAGMA journal_mode = WAL")
        try execute(handle, "PRAGMA synchronous = FULL")
        try execute(
            handle, "CREATE TABLE entry (place INTEGER PRIMARY KEY, bytes BLOB NOT NULL, leaf BLOB NOT NULL) STRICT")
        if isIndexed { try execute(handle, "CREATE INDEX entry_leaf ON entry (leaf)") }
        var statement: OpaquePointer?
        sqlite3_prepare_v2(handle, "INSERT INTO entry (place, bytes, leaf) VALUES (?, ?, ?)", -1, &statement, nil)
        defer { sqlite3_finalize(statement) }
        var frontier = Frontier()
        for index in 0..<(log.entries.count + 255) / 256 {
            if index.isMultiple(of: 16) { try execute(handle, "BEGIN IMMEDIATE") }
            log.bundle(index).withUnsafeBytes { bundle in
                var position = 0
                while position < bundle.count {
                    let length = Int(bundle[position]) << 8 | Int(bundle[position + 1])
                    let entry = UnsafeRawBufferPointer(rebasing: bundle[position + 2..<position + 2 + length])
                    let leaf = MerkleHash.leaf(entry)
                    sqlite3_bind_int64(statement, 1, Int64(frontier.size))
                    sqlite3_bind_blob(statement, 2, entry.baseAddress, Int32(length), nil)
                    withUnsafeBytes(of: leaf) { bytes in
                        sqlite3_bind_blob(statement, 3, bytes.baseAddress, 32, nil)
                        sqlite3_step(statement)
                    }
                    sqlite3_reset(statement)
                    frontier.append(leaf)
                    position += 2 + length
                }
            }
            if index % 16 == 15 || index == (log.entries.count + 255) / 256 - 1 { try execute(handle, "COMMIT") }
        }
        return frontier.size
    }

    private func execute(_ handle: OpaquePointer?, _ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw OriginLog.Broken() }
    }
}
