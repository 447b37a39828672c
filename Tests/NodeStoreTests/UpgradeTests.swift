import Federation
import Foundation
import GRDB
import TestSupport
import Testing

@testable import NodeStore

/// A database that an older program wrote: kept as it was, then changed.
@Suite struct UpgradeTests {
    /// A database with the tables of the first release.
    private func first(_ folder: DataFolder) throws {
        let pool = try DatabasePool(path: folder.logDatabase.path)
        try LogSchema.migrator.migrate(pool, upTo: "1 logs, entries, tile hashes, checkpoints, findings")
        try pool.write { db in try db.execute(sql: "INSERT INTO log (origin, own) VALUES ('a.test/common/1', 1)") }
        try pool.close()
    }

    private func version(_ url: URL) throws -> Int? {
        try DatabaseQueue(path: url.path).read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    }

    @Test func copiesBeforeItChanges() throws {
        let folder = try TemporaryFolder()
        try first(folder.folder)
        let copy = folder.folder.url.appending(path: "log-v1.sqlite")
        let database = try LogDatabase(folder.folder)
        #expect(try database.logs().map(\.origin.text) == ["a.test/common/1"])
        #expect(try version(folder.folder.logDatabase) == LogSchema.version)
        #expect(try version(copy) == 1)
        let kept = try DatabaseQueue(path: copy.path)
        #expect(try kept.read { try String.fetchAll($0, sql: "SELECT origin FROM log") } == ["a.test/common/1"])
        #expect(try kept.read { try !$0.tableExists("witnessed") })
        let mode = try FileManager.default.attributesOfItem(atPath: copy.path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
    }

    @Test func aCopyThatIsThereIsNeverReplaced() throws {
        let folder = try TemporaryFolder()
        try first(folder.folder)
        let copy = folder.folder.url.appending(path: "log-v1.sqlite")
        try Data("older".utf8).write(to: copy)
        try Data("cut off".utf8).write(to: URL(filePath: copy.path + ".partial"))
        _ = try LogDatabase(folder.folder)
        #expect(try Data(contentsOf: copy) == Data("older".utf8))
        #expect(try version(folder.folder.logDatabase) == LogSchema.version)
    }

    @Test func nothingIsCopiedWithoutNeed() throws {
        let folder = try TemporaryFolder()
        _ = try LogDatabase(folder.folder, creating: true)
        _ = try LogDatabase(folder.folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.folder.url.path)
        #expect(names.allSatisfy { !$0.hasPrefix("log-v") })
    }

    @Test(.enabled(if: Machine.gives(geteuid() == 0), "only root can give a folder away"))
    func rootLeavesNothingInAnotherUsersFolder() throws {
        let folder = try TemporaryFolder()
        _ = try LogDatabase(folder.folder, creating: true)
        let path = folder.folder.url.path
        try #require(chown(path, 65_534, 65_534) == 0)
        let refusal = StoreError.otherOwner(folder: path, owner: "nobody")
        #expect(throws: refusal) { try FolderLock(folder.folder) }
        #expect(throws: refusal) { try LogFile(contentsOf: folder.folder.logDatabase) }
        try #require(chown(path, 0, 0) == 0)
        _ = try FolderLock(folder.folder)
    }
}
