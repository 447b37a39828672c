import Federation
import Foundation
import GRDB
import TestSupport
import Testing
import TransparencyLog

@testable import NodeStore

/// The files of a database damaged class by class of page (faults F2 and F4): it is found, or it is harmless; and
/// whatever comes of it, nothing is signed that is not the one history.
///
/// A few places of each class; every page and many more places with `TONGZHOU_NIGHTLY`.
@Suite struct DamagedPagesTests {
    private static let isNight = ProcessInfo.processInfo.environment["TONGZHOU_NIGHTLY"] != nil
    private static let size = 557

    /// A database with something in every table and with free pages.
    private static func filled() throws -> DamagedLog {
        let log = try DamagedLog([300, 257])
        do {
            let database = try LogDatabase(log.folder.folder)
            _ = try database.growSM3Tree(log.own.origin, by: size, sign: log.own.sm3Note)
            try database.pool.close()
        }
        let note = "CAST('note' AS BLOB), 'then'"
        try log.damage(
            "INSERT INTO witnessed VALUES ('510000.tongzhou.test/common/1', 1, zeroblob(32), CAST('note' AS BLOB), 1)",
            "INSERT INTO cosignature VALUES (1, 557, '430000.tongzhou.test/witness', 'line')",
            "INSERT INTO sighting VALUES ('510000.tongzhou.test/common/1', 'peer', 1, zeroblob(32), \(note))",
            "INSERT INTO evidence VALUES ('00', '510000.tongzhou.test/common/1', 'fork', \(note))",
            "INSERT INTO exported VALUES ('peer', '500000.tongzhou.test/common/1', 1)",
            "INSERT INTO finding VALUES (1, 2, 'mirror-shrank', 'x', NULL, CAST('note' AS BLOB), '2026-01-01T00:00:00+08:00', NULL)",
            "CREATE TABLE waste (x BLOB)", "INSERT INTO waste VALUES (zeroblob(90000))", "DROP TABLE waste",
            "PRAGMA wal_checkpoint(TRUNCATE)")
        return log
    }

    /// The numbers of the pages of each class, from 1: what SQLite says each page is for, and the rest is free.
    private static func classes(_ log: DamagedLog) throws -> [(name: String, pages: [Int])] {
        let queue = try DatabaseQueue(path: log.file.path)
        defer { try? queue.close() }
        return try queue.read { db in
            var used: Set<Int> = []
            var classes: [(name: String, pages: [Int])] = [("header", [1])]
            for row in try Row.fetchAll(db, sql: "SELECT name, pagetype, pageno FROM dbstat ORDER BY name, pageno") {
                let (name, page) = ("\(row[0] as String) \(row[1] as String)", row[2] as Int)
                used.insert(page)
                if classes.last?.name != name { classes.append((name, [])) }
                classes[classes.count - 1].pages.append(page)
            }
            let count = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            return classes + [("free", (1...count).filter { !used.contains($0) })]
        }
    }

    private enum Damage {
        case flip(Int), zeros, otherPage, cut
    }

    private static func damages(_ name: String, _ pageSize: Int, _ random: inout SeededGenerator) -> [Damage] {
        if name == "header" { return stride(from: 0, to: 100, by: isNight ? 1 : 9).map { .flip($0) } }
        // What stands at the head of a page and its first cell, its last cells, and anywhere.
        let places = isNight ? Array(0..<24) + Array(pageSize - 8..<pageSize) : [0, 4, 9, pageSize - 3]
        let others = (0..<(isNight ? 40 : 2)).map { _ in Int(random.next() % UInt64(pageSize)) }
        return (places + others).map { .flip($0) } + [.zeros, .otherPage] + (isNight ? [.cut] : [])
    }

    @Test func everyClassOfPageIsFoundOrHarmless() throws {
        let log = try Self.filled()
        // What stands in the other tables is only there to fill them, and known to be wrong.
        func dump() throws -> [String] {
            try log.dump().filter { line in
                !["witnessed ", "cosignature ", "sighting ", "evidence ", "exported ", "finding "].contains {
                    line.hasPrefix($0)
                }
            }
        }
        let (findings, sound) = (try log.findings(), try dump())
        #expect(!findings.contains { $0.contains("sm3_tree") } && sound.contains { $0.hasPrefix("sm3_tree ") })
        let classes = try Self.classes(log)
        #expect(classes.contains { $0.name == "free" && !$0.pages.isEmpty })
        #expect(
            Set(classes.map(\.name)).isSuperset(of: ["sqlite_schema leaf", "entry leaf", "entry internal", "log leaf"]))
        let original = try Data(contentsOf: log.file)
        let pageSize = 4096
        var random = SeededGenerator(seed: 8)
        var (found, harmless) = (0, 0)
        for (name, pages) in classes {
            for page in Self.isNight ? pages : Array(pages.prefix(1)) {
                for damage in Self.damages(name, pageSize, &random) {
                    let start = (page - 1) * pageSize
                    var bytes = original
                    switch damage {
                    case .flip(let place): bytes[start + place] ^= 1 << UInt8(random.next() % 8)
                    case .zeros: bytes.replaceSubrange(start..<start + pageSize, with: Data(count: pageSize))
                    case .otherPage:
                        let other = Int(random.next() % UInt64(bytes.count / pageSize)) * pageSize
                        bytes.replaceSubrange(start..<start + pageSize, with: original[other..<other + pageSize])
                    case .cut: bytes = bytes.prefix(start)
                    }
                    let what: Comment = "\(name), page \(page), \(damage)"
                    try log.folder.restore(["": bytes])
                    if (try? log.findings()) == findings {
                        harmless += 1
                        #expect(try dump() == sound, what)
                    } else {
                        found += 1
                    }
                    try Self.nothingWrongIsSigned(log, [Self.size], what)
                }
            }
        }
        print(
            "damaged pages: \(classes.count) classes, \(found + harmless) damages, \(found) found, \(harmless) harmless"
        )
        #expect(found > harmless)
    }

    /// A memory that cannot be read is not an empty one: the witness would begin anew, a frozen log would thaw.
    @Test(arguments: [
        "UPDATE witnessed SET root = x'00'", "UPDATE finding SET code = 'mirror-forgot'",
        "UPDATE log SET size = -1 WHERE own = 0",
    ])
    func whatCannotBeReadIsNotForgotten(_ statement: String) throws {
        let log = try Self.filled()
        let witnessed = try #require(LogOrigin("510000.tongzhou.test/common/1"))
        func memory() throws -> Bool {
            let database = try LogDatabase(log.folder.folder)
            defer { try? database.pool.close() }
            _ = try database.read(log.mirrored.origin) { $0.size }
            return try database.witnessed(witnessed) != nil && database.finding(log.mirrored.origin) != nil
        }
        #expect(try memory())
        try log.damage(statement)
        #expect(throws: StoreError.self) { try memory() }
    }

    /// What is behind the first damage in the write-ahead log is gone, as after a power cut; what is before it stands.
    @Test func aDamagedWriteAheadLogIsABeginningOfTheHistory() throws {
        let log = try DamagedLog([300])
        var sizes = [300]
        var files: [String: Data] = [:]
        do {
            let database = try LogDatabase(log.folder.folder)
            for count in [1, 30, 240] {
                try log.own.grow(database, by: count)
                sizes.append(sizes[sizes.count - 1] + count)
            }
            files = try log.folder.backup()
            try database.pool.close()
        }
        let wal = try #require(files["-wal"])
        let (header, frame) = (32, 24 + 4096)
        let frames = (wal.count - header) / frame
        #expect(frames > 6 && (wal.count - header) % frame == 0)
        let step = Self.isNight ? 1 : 7
        var flips = Array(stride(from: 0, to: header, by: step))
        for number in stride(from: 0, to: frames, by: Self.isNight ? 1 : max(frames / 4, 1)) {
            let start = header + number * frame
            flips += stride(from: start, to: start + 24, by: step)
            flips += stride(from: start + 24, to: start + frame, by: Self.isNight ? 101 : 1501)
        }
        var seen: Set<Int> = []
        var random = SeededGenerator(seed: 9)
        func judge(_ wal: Data?, _ shm: Data?, _ what: Comment) throws {
            var damaged = files
            damaged["-wal"] = wal
            damaged["-shm"] = shm
            try log.folder.restore(damaged)
            seen.formUnion(try Self.nothingWrongIsSigned(log, sizes, what))
        }
        for place in flips {
            var damaged = wal
            damaged[place] ^= 1 << UInt8(random.next() % 8)
            try judge(damaged, nil, "bit turned at \(place)")
        }
        let cuts = Array(stride(from: 0, to: wal.count, by: 512 * (Self.isNight ? 1 : 23)))
        for length in cuts { try judge(wal.prefix(length), nil, "cut at \(length)") }
        for length in [0, 1, 4096, 32768, 100_000] {
            let garbage = Data((0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) })
            try judge(wal, garbage, "-shm of \(length) random bytes")
        }
        print(
            "damaged write-ahead log: \(frames) frames, \(flips.count) bits, \(cuts.count) cuts; sizes \(seen.sorted())"
        )
        #expect(seen == Set(sizes))
    }

    /// Opens the database as a node does, and has it sign once more.
    /// `sizes`: what the own log may hold. Returns the size it held, if any.
    @discardableResult
    private static func nothingWrongIsSigned(_ log: DamagedLog, _ sizes: [Int], _ what: Comment) throws -> [Int] {
        guard let database = try? LogDatabase(log.folder.folder) else { return [] }
        defer { try? database.pool.close() }
        var (signed, signedSM3): ([Checkpoint], [Checkpoint]) = ([], [])
        let held = try? database.read(log.own.origin) { $0.size }
        do {
            try database.register(log.own.origin, own: true)
            let onto = try database.read(log.own.origin) { try Frontier(size: $0.size, reader: $0) }
            let batch = LogBatch(
                origin: log.own.origin, onto: onto ?? Frontier(), entries: [log.own.entry(onto?.size ?? 0)])
            try database.append(batch) { checkpoint in
                signed.append(checkpoint)
                return try log.own.note(checkpoint)
            }
            // The tree beside it, or what is left of it, taken along.
            _ = try database.growSM3Tree(log.own.origin, by: 2 * size) { checkpoint in
                signedSM3.append(checkpoint)
                return try log.own.sm3Note(checkpoint)
            }
        } catch {
            // Refusing is right whatever the reason.
        }
        for checkpoint in signed {
            #expect(sizes.contains(checkpoint.size - 1), "\(what): signed \(checkpoint.size)")
            #expect(checkpoint.root == log.own.frontier(checkpoint.size).root, "\(what): signed \(checkpoint.size)")
        }
        for checkpoint in signedSM3 {
            let sound = try log.own.sm3Root(checkpoint.size)
            #expect(checkpoint.root == sound, "\(what): signed \(checkpoint.size) over SM3")
        }
        return [held ?? nil].compactMap { $0 }
    }
}
