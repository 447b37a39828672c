import Crypto
import Federation
import Foundation
import TransparencyLog

/// Writes a new bundle file; never over an existing one. A file that was not finished has no digest line and is refused.
final class BundleWriter {
    private let descriptor: Int32
    private let path: String
    private var hash = SHA256()
    private var isFinished = false
    /// Bytes written.
    private(set) var size = 0

    /// Creates the file, readable by its owner only, and writes the first two lines.
    init(_ path: String, _ header: BundleHeader) throws {
        let opened = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        // Before the value is whole: its end removes an unfinished file, and this one may be somebody else's.
        guard opened >= 0 else { throw Self.failure(path, errno) }
        descriptor = opened
        self.path = path
        try write(Array("\(BundleHeader.format)\n".utf8) + header.bytes + [0x0A])
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(path) }
    }

    func add(_ resource: LogResource, _ body: [UInt8]) throws {
        try write(BundleRecord.line(resource, length: body.count) + [0x0A])
        try write(body)
        try write([0x0A])
    }

    /// Writes the digest line and makes file and name durable. Returns the file's size and its digest line's hexadecimal.
    func finish() throws -> (bytes: Int, digest: String) {
        let digest = Hex.encode(Array(hash.finalize()))
        try write(Array("sha256 \(digest)\n".utf8))
        guard fsync(descriptor) == 0 else { throw Self.failure(path, errno) }
        let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            // A file system without directories to synchronise, such as that of a memory stick, has done what it can.
            fsync(folder)
            close(folder)
        }
        isFinished = true
        return (size, digest)
    }

    private func write(_ bytes: [UInt8]) throws {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
            }
            guard count > 0 else { throw Self.failure(path, errno) }
            done += count
        }
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        size += bytes.count
    }

    private static func failure(_ path: String, _ code: Int32) -> CommandFailure {
        if code == EEXIST {
            return CommandFailure(
                zh: "\(path) 已存在，从不覆盖；请换一个文件名", en: "\(path) exists and is never overwritten; choose another name")
        }
        let reason = String(cString: strerror(code))
        return CommandFailure(
            ExitCode.failed, zh: "无法写入 \(path)（\(reason)）；未写出任何文件",
            en: "cannot write \(path) (\(reason)); no file was made")
    }
}
