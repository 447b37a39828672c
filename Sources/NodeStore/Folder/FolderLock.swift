import Foundation

/// The exclusive right to write a node's folder. The kernel drops it when the process ends, however it ends.
public final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Throws `StoreError.locked` when another process holds it, `otherOwner` for root in another user's folder.
    public init(_ folder: DataFolder) throws {
        try folder.requireOwner()
        descriptor = open(folder.lock.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreError.io("\(folder.lock.path): \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw StoreError.locked(folder.url.path)
        }
    }

    deinit { close(descriptor) }
}
