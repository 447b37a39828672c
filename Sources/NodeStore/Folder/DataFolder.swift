public import Foundation

/// The folder of one node: its databases, its lock, its control socket.
public struct DataFolder: Sendable {
    public let url: URL

    public init(_ url: URL) { self.url = url }

    public var logDatabase: URL { url.appending(path: "log.sqlite") }
    public var viewsDatabase: URL { url.appending(path: "views.sqlite") }
    public var auditDatabase: URL { url.appending(path: "audit.sqlite") }
    public var lock: URL { url.appending(path: "node.lock") }
    public var controlSocket: URL { url.appending(path: "control.sock") }

    /// Whether `tongzhou init` has been here. A log is only ever created by an explicit word.
    public var isInitialised: Bool { FileManager.default.fileExists(atPath: logDatabase.path) }
}
