import Foundation
import NodeStore

/// A node's folder that goes when the value goes.
final class TemporaryFolder {
    let folder: DataFolder

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "node-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = DataFolder(url)
    }

    deinit { try? FileManager.default.removeItem(at: folder.url) }

    /// A copy of the log database as a backup has it; the database is closed.
    func backup() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for suffix in ["", "-wal"] {
            files[suffix] = try? Data(contentsOf: URL(filePath: folder.logDatabase.path + suffix))
        }
        return files
    }

    func restore(_ files: [String: Data]) throws {
        for suffix in ["", "-wal", "-shm"] {
            let url = URL(filePath: folder.logDatabase.path + suffix)
            try? FileManager.default.removeItem(at: url)
            try files[suffix]?.write(to: url)
        }
    }
}
