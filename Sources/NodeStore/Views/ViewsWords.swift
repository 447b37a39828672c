import Foundation
import GRDB

/// The names that `views.sqlite` holds, read beside a running node. Empty where the file cannot be read at once.
public struct ViewsWords {
    private let queue: DatabaseQueue?

    /// A shell waits for the answer.
    private static let patience = 0.5

    public init(_ folder: DataFolder) {
        let path = folder.viewsDatabase.path
        // Reading beside a node that runs makes no files; elsewhere they must not be another user's.
        let isServed = FileManager.default.fileExists(atPath: path + "-shm")
        guard FileManager.default.isReadableFile(atPath: path), isServed || (try? folder.requireOwner()) != nil else {
            queue = nil
            return
        }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(Self.patience)
        queue = try? DatabaseQueue(path: path, configuration: configuration)
    }

    public var sections: [String] { names("SELECT DISTINCT section FROM section") }
    public var agreements: [String] { names("SELECT DISTINCT agreement FROM agreement") }
    public var periods: [String] { names("SELECT DISTINCT period FROM settlement") }

    private func names(_ query: String) -> [String] {
        (try? queue?.read { try String.fetchAll($0, sql: query + " ORDER BY 1 LIMIT 1000") }) ?? []
    }
}
