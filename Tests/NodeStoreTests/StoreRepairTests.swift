import Foundation
import GRDB
import TestSupport
import Testing
import TransparencyLog

@testable import Federation
@testable import NodeStore

/// Every row that rots is found, and put back to exactly what it was.
@Suite struct StoreRepairTests {
    /// Repairs as the command does, with the undamaged logs at hand as peers have them. Returns what could not be had.
    private func repair(_ log: DamagedLog) throws -> [Int] {
        let database = try LogDatabase(log.folder.folder)
        defer { try? database.pool.close() }
        let logs = [log.own, log.mirrored]
        let owner = try #require(NodeName(DamagedLog.owner))
        let store = StoreRepair(database, owner: owner) { origin in
            NoteKeys(logs.filter { $0.origin == origin }.map(\.verifier))
        }
        _ = try store.mendList()
        var lost: [Int] = []
        for one in logs {
            let own = one
            let repair = try store.log(one.origin) { try own.note($0) }
            var target = try #require(try repair.newestSound())
            if let largest = try repair.unreadable(beyond: target.checkpoint.size).max() {
                let note = try one.note(
                    Checkpoint(origin: one.origin.text, size: largest, root: one.frontier(largest).root))
                target = try VerifiedCheckpoint.open(note: note, origin: one.origin.text, keys: [one.verifier]).get()
            }
            if try !repair.gatherStored(upTo: target.checkpoint, progress: { _ in }) {
                try repair.begin()
                try repair.gather(one.batch(from: 0, count: target.checkpoint.size))
            }
            lost += try repair.apply(target).lost
        }
        try store.removeUnlisted()
        return lost
    }

    /// Columns of the tables that hold what was signed, with what each row is known by.
    static let columns = [
        ("entry", "place"), ("entry", "bytes"), ("entry", "leaf"), ("tile_hash", "log"), ("tile_hash", "level"),
        ("tile_hash", "idx"), ("tile_hash", "hash"), ("checkpoint", "log"), ("checkpoint", "size"),
        ("checkpoint", "note"), ("log", "id"), ("log", "origin"), ("log", "own"), ("log", "size"),
    ]

    /// One value of a column with one bit turned; `nil` where that is no damage, such as a bit of an empty entry.
    private func flip(_ table: String, _ column: String, _ random: inout SeededGenerator, _ log: DamagedLog)
        throws -> Bool
    {
        let queue = try DatabaseQueue(path: log.file.path)
        defer { try? queue.close() }
        let key =
            ["entry": "place", "tile_hash": "level, idx, log", "checkpoint": "log, size", "log": "id"][table] ?? ""
        let rows = try queue.read {
            try Row.fetchAll($0, sql: "SELECT \(column), \(key) FROM \(table) ORDER BY \(key)")
        }
        // A checkpoint of a mirror before its newest cannot be had again; that it is told is another test.
        let row = rows[Int(random.next() % UInt64(rows.count))]
        let value: any DatabaseValueConvertible
        switch (row[0] as DatabaseValue).storage {
        case .int64(let number): value = number ^ (1 << Int64(random.next() % 12))
        case .blob(let data):
            guard !data.isEmpty else { return false }
            var bytes = Array(data)
            bytes[Int(random.next() % UInt64(bytes.count))] ^= 1 << UInt8(random.next() % 8)
            value = Data(bytes)
        case .string(let text):
            var bytes = Array(text.utf8)
            bytes[Int(random.next() % UInt64(bytes.count))] ^= 1 << UInt8(random.next() % 7)
            value = String(decoding: bytes, as: UTF8.self)
        default: return false
        }
        let condition = row.columnNames.dropFirst().map { "\($0) = \(row[$0] as Int64)" }.joined(separator: " AND ")
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
            try db.execute(
                sql: "UPDATE OR IGNORE \(table) SET \(column) = ? WHERE \(condition)", arguments: [value])
            for trigger in triggers { try db.execute(sql: trigger[1] as String) }
        }
        return true
    }

    @Test(arguments: columns)
    func aTurnedBitIsFoundAndPutBack(_ table: String, _ column: String) throws {
        let whole = try DamagedLog([300, 257])
        let expected = try whole.dump()
        let original = try whole.folder.backup()
        var random = SeededGenerator(seed: UInt64(table.utf8.count * 100 + column.utf8.count))
        var damaged = 0
        for _ in 0..<6 {
            try whole.folder.restore(original)
            guard try flip(table, column, &random, whole), try whole.dump() != expected else { continue }
            damaged += 1
            let found = try whole.findings()
            #expect(!found.isEmpty, "\(table).\(column)")
            let lost = try repair(whole)
            let after = try whole.dump()
            if lost.isEmpty {
                #expect(after == expected, "\(table).\(column): \(found)")
                #expect(try whole.findings() == [])
            } else {
                // Only a mirror's older checkpoint is nowhere to be had; it alone is left, and told.
                #expect(table == "checkpoint" && lost == [300], "\(table).\(column): \(lost)")
                #expect(try whole.findings() == ["checkpoint-invalid 430000 checkpoint @300"])
            }
        }
        #expect(damaged > 0)
    }

    @Test func missingTriggersComeBack() throws {
        let log = try DamagedLog([10])
        let expected = try log.dump()
        let queue = try DatabaseQueue(path: log.file.path)
        try queue.write { try $0.execute(sql: "DROP TRIGGER entry_fixed; DROP TRIGGER log_grows") }
        try queue.close()
        #expect(try log.findings().count == 2)
        _ = try repair(log)
        #expect(try log.dump() == expected)
    }

    /// Entries that lead to another root than the signed one are not taken in, whoever supplies them.
    @Test func nothingIsReplacedByWhatWasNotSigned() throws {
        let log = try DamagedLog([300])
        try log.damage("UPDATE entry SET bytes = x'7b7d' WHERE place & 1023 = 10")
        let before = try log.dump()
        let database = try LogDatabase(log.folder.folder)
        let own = log.own
        let store = StoreRepair(database, owner: own.origin.node) { $0 == own.origin ? [own.verifier] : [] }
        let repair = try store.log(own.origin) { try own.note($0) }
        let target = try #require(try repair.newestSound())
        #expect(try !repair.gatherStored(upTo: target.checkpoint, progress: { _ in }))
        // What the stored, altered entries hash to is gathered now.
        #expect(throws: StoreError.self) { try repair.apply(target) }
        try database.pool.close()
        #expect(try log.dump() == before)
    }

    /// A byte anywhere in the file: found, or without any influence on what is served.
    @Test func aTurnedBitAnywhereInTheFileIsFoundOrHarmless() throws {
        let log = try DamagedLog([300, 257])
        let expected = try log.dump()
        let queue = try DatabaseQueue(path: log.file.path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try queue.close()
        let original = try Data(contentsOf: log.file)
        var random = SeededGenerator(seed: 5)
        var (found, repaired, harmless) = (0, 0, 0)
        for _ in 0..<60 {
            var bytes = original
            let offset = Int(random.next() % UInt64(bytes.count))
            bytes[offset] ^= 1 << UInt8(random.next() % 8)
            try log.folder.restore(["": bytes])
            let findings: [String]
            do {
                findings = try log.findings()
            } catch {
                // SQLite will not open it: also found.
                found += 1
                continue
            }
            guard !findings.isEmpty else {
                harmless += 1
                #expect(try log.dump() == expected, "byte \(offset)")
                continue
            }
            found += 1
            guard !findings.contains(where: { $0.hasPrefix("file-") }) else { continue }
            let lost = try repair(log)
            repaired += lost.isEmpty ? 1 : 0
            if lost.isEmpty { #expect(try log.dump() == expected, "byte \(offset): \(findings)") }
        }
        #expect(found > 0 && repaired > 0 && harmless + found == 60)
    }
}
