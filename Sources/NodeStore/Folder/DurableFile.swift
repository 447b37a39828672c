public import Foundation

/// Files that are there, whole, after a power cut, and never take the place of another one.
public enum DurableFile {
    /// Creates an empty file that only its owner may read. Throws `StoreError.exists` when there is one.
    public static func create(_ url: URL) throws {
        let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? StoreError.exists(url.path) : failure(url.path)
        }
        close(descriptor)
    }

    /// Brings a file's or a folder's content to the disk.
    public static func sync(_ url: URL) throws {
        let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(url.path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(url.path) }
    }

    /// Gives a finished file its name, unless there is a file of that name, and makes both durable.
    public static func publish(_ file: URL, as name: URL) throws {
        try sync(file)
        if link(file.path, name.path) == 0 {
            unlink(file.path)
        } else if errno == EEXIST {
            throw StoreError.exists(name.path)
        } else {
            // A file system without hard links, such as that of a memory stick.
            guard !FileManager.default.fileExists(atPath: name.path) else { throw StoreError.exists(name.path) }
            guard rename(file.path, name.path) == 0 else { throw failure(name.path) }
        }
        try sync(name.deletingLastPathComponent())
    }

    private static func failure(_ path: String) -> StoreError { .io("\(path): \(String(cString: strerror(errno)))") }
}
