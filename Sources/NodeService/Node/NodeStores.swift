public import Foundation
public import NodeStore

/// The databases of a node, held exclusively by this process while the value lives.
public struct NodeStores: Sendable {
    public let log: LogDatabase
    public let views: ViewsDatabase
    private let lock: FolderLock

    /// Takes the folder's lock and opens both databases; `creating` makes a new, empty log database.
    public init(_ url: URL, creating: Bool = false, watch: (any CommitWatch)? = nil) throws {
        let folder = DataFolder(url)
        if creating {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } else if !folder.isInitialised {
            throw StoreError.notInitialised(url.path)
        }
        lock = try FolderLock(folder)
        log = try LogDatabase(folder, creating: creating, watch: watch)
        views = try ViewsDatabase(folder, of: log)
    }
}
