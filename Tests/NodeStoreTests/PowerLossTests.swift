import Federation
import Foundation
import GRDB
import Testing
import TransparencyLog

@testable import NodeStore

/// A power cut leaves some beginning of the write-ahead log: what opens is a beginning of the history, and holds
/// everything that was acknowledged before the last write that reached the disk.
@Suite struct PowerLossTests {
    @Test func everyBeginningOfTheWriteAheadLogIsABeginningOfTheHistory() throws {
        let folder = try TemporaryFolder()
        let log = try OwnLog()
        var acknowledged: [(size: Int, bytes: Int)] = [(0, 0)]
        var files: [String: Data] = [:]
        do {
            let database = try LogDatabase(folder.folder, creating: true)
            try database.register(log.origin, own: true)
            try database.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            for count in [1, 30, 240, 5, 2] {
                try log.grow(database, by: count)
                let size = try #require(try database.read(log.origin) { $0.size })
                acknowledged.append((size, try #require(try folder.backup()["-wal"]).count))
            }
            files = try folder.backup()
            try database.pool.close()
        }
        let wal = try #require(files["-wal"])
        #expect(acknowledged.last?.bytes == wal.count)
        var sizes: [Int] = []
        for length in Array(stride(from: 0, to: wal.count, by: 512)) + [wal.count] {
            var cut = files
            cut["-wal"] = wal.prefix(length)
            try folder.restore(cut)
            let database = try LogDatabase(folder.folder)
            let (size, entries, note) = try #require(
                try database.read(log.origin) { ($0.size, try $0.entries(0..<$0.size), try $0.checkpoint()) })
            try database.pool.close()
            sizes.append(size)
            #expect(acknowledged.contains { $0.size == size }, "\(size) at \(length)")
            #expect(size >= acknowledged.last { $0.bytes <= length }?.size ?? 0, "\(size) at \(length)")
            #expect(entries == (0..<size).map(log.entry))
            guard size > 0 else { continue }
            let verified = try VerifiedCheckpoint.open(
                note: try #require(note), origin: log.origin.text, keys: [log.verifier]
            ).get()
            #expect(verified.checkpoint.size == size && verified.checkpoint.root == log.frontier(size).root)
        }
        // Every acknowledged size was seen as the end of some beginning.
        #expect(Set(sizes) == Set(acknowledged.map(\.size)))
    }

    /// SQLite's answer to a full disk, brought about by a limit on the file.
    @Test func aFullDiskIsToldAndLeavesNothingBehind() throws {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.folder, creating: true)
        let log = try OwnLog()
        try log.grow(database, by: 10)
        try database.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1") }
        let error = #expect(throws: StoreError.self) { try log.grow(database, by: 3_000) }
        guard case .full? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try database.read(log.origin) { try $0.entries(0..<$0.size).count } == 10)
        try database.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1073741823") }
        try log.grow(database, by: 3_000)
        #expect(try database.read(log.origin) { $0.size } == 3_010)
    }

    /// Readers come and go while the writer appends and moves its log into the file: nobody sees half an append.
    @Test func manyReadersDuringCheckpointsSeeWholeAppends() async throws {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.folder, creating: true)
        let log = try OwnLog()
        try log.grow(database, by: 7)
        let owner = log.origin.node
        let verifier = log.verifier
        let origin = log.origin
        let file = folder.folder.logDatabase
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<15 {
                        let check = StoreCheck(try LogFile(contentsOf: file), owner: owner) {
                            $0 == origin ? [verifier] : []
                        }
                        let heads = check.heads()
                        #expect(heads.damages.isEmpty, "\(heads.damages.items.map(\.text))")
                        #expect(heads.logs.first.map { $0.size % 7 } == 0)
                    }
                }
            }
            group.addTask {
                for _ in 0..<30 {
                    try log.grow(database, by: 7)
                    try database.pool.writeWithoutTransaction {
                        try $0.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try database.read(log.origin) { $0.size } == 217)
    }
}
