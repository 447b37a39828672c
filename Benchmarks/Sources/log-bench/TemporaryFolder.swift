import Foundation
import NodeStore

/// A folder on the file system of the temporary files, removed with the last reference.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "log-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    var data: DataFolder { DataFolder(url) }

    deinit { try? FileManager.default.removeItem(at: url) }
}
