import Foundation
import GRDB

/// The database as an older program left it, kept beside before its tables are changed.
enum UpgradeCopy {
    /// Writes `log-v<version>.sqlite`; a copy that is there was made before any change and is left alone.
    static func make(_ folder: DataFolder, version: Int) throws {
        let copy = folder.url.appending(path: "log-v\(version).sqlite")
        guard !FileManager.default.fileExists(atPath: copy.path) else { return }
        let draft = URL(filePath: copy.path + ".partial")
        try? FileManager.default.removeItem(at: draft)
        do {
            try DurableFile.create(draft)
            try LogBackup.write(LogFile(contentsOf: folder.logDatabase), to: draft) { _, _ in }
            let complaints = try LogFile(contentsOf: draft).queue.read {
                try String.fetchAll($0, sql: "PRAGMA quick_check(1)")
            }
            guard complaints == ["ok"] else { throw StoreError.damaged(complaints.joined(separator: "; ")) }
            try DurableFile.publish(draft, as: copy)
        } catch let error as DatabaseError {
            try? FileManager.default.removeItem(at: draft)
            throw StoreError(full: error) ?? error
        }
    }
}
