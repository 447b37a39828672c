import Foundation

/// The mark that logs were put back or rebuilt in a folder: until every peer has answered, or the operator has spoken,
/// nothing is signed on top of them. A file, because the node may be started and stopped meanwhile.
public struct UnconfirmedMark: Sendable {
    private let file: URL

    public init(_ folder: DataFolder) { file = folder.url.appending(path: "unconfirmed") }

    public var isSet: Bool { FileManager.default.fileExists(atPath: file.path) }

    /// Sets it, durably; again changes nothing. The folder has to be there.
    /// - Throws: `StoreError.io`.
    public func set() throws {
        do { try DurableFile.create(file) } catch StoreError.exists { return }
        try DurableFile.sync(file)
        try DurableFile.sync(file.deletingLastPathComponent())
    }

    /// Takes it away. One that stays after a power cut asks once too often, never too seldom.
    public func remove() { unlink(file.path) }
}
