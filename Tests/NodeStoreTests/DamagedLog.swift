import Foundation
import GRDB
import TransparencyLog

@testable import Federation
@testable import NodeStore

/// A database with an own log and a mirror, and the means to damage it behind its back.
final class DamagedLog {
    static let owner = "500000.tongzhou.test"

    let folder: TemporaryFolder
    let own: OwnLog
    let mirrored: OwnLog

    /// `batches`: entries per signed checkpoint of the own log; the mirror has the same.
    init(_ batches: [Int]) throws {
        folder = try TemporaryFolder()
        own = try OwnLog("\(Self.owner)/common/1")
        mirrored = try OwnLog("430000.tongzhou.test/common/1")
        let database = try LogDatabase(folder.folder, creating: true)
        for count in batches { try own.grow(database, by: count) }
        try database.register(mirrored.origin, own: false)
        var start = 0
        for count in batches {
            let batch = mirrored.batch(from: start, count: count)
            let note = try mirrored.note(batch.checkpoint)
            let verified = try VerifiedCheckpoint.open(
                note: note, origin: mirrored.origin.text, keys: [mirrored.verifier]
            ).get()
            try database.commit(MirrorBatch(batch: batch, checkpoint: verified))
            start += count
        }
    }

    var file: URL { folder.folder.logDatabase }

    /// Runs SQL with all triggers taken away for its duration, as someone with the file could.
    func damage(_ statements: String...) throws {
        let queue = try DatabaseQueue(path: file.path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
            for statement in statements { try db.execute(sql: statement) }
            for trigger in triggers { try db.execute(sql: trigger[1] as String) }
        }
        try queue.close()
    }

    func check() throws -> StoreCheck {
        let logs = [own, mirrored]
        return StoreCheck(try LogFile(contentsOf: file), owner: NodeName(Self.owner) ?? own.origin.node) { origin in
            logs.first { $0.origin == origin }?.keys ?? NoteKeys([])
        }
    }

    /// Everything that is found, as `code log place`.
    func findings() throws -> [String] {
        let check = try check()
        var damages = check.structure()
        for var walk in try check.walks() {
            while try walk.step() {}
            damages.add(walk.damages)
        }
        for var walk in try check.sm3Walks() {
            while try walk.step() {}
            damages.add(walk.damages)
        }
        return damages.items.map { Self.text($0) }
    }

    static func text(_ damage: Damage) -> String {
        [damage.code.rawValue, damage.log?.node.text.prefix(6).description ?? "", damage.place.text]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Every row of every table of the database, and every statement of its schema.
    func dump() throws -> [String] {
        let queue = try DatabaseQueue(path: file.path)
        defer { try? queue.close() }
        return try queue.read { db in
            let schema = try String.fetchAll(
                db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            return try schema
                + tables.flatMap { table in
                    try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { row in
                        "\(table) "
                            + row.map {
                                "\($0)=\(Data.fromDatabaseValue($1).map { $0.base64EncodedString() } ?? "\($1)")"
                            }
                            .joined(separator: " ")
                    }.sorted()
                }
        }
    }
}
