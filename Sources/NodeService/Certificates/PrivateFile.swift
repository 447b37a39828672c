import Foundation
import NodeStore

/// Files only their owner may read.
enum PrivateFile {
    /// PEM files are a few kilobytes; anything above this is a wrong path.
    private static let sizeLimit = 1 << 20

    /// - Throws: `CertificateFailure` with code `unreadable`.
    static func text(_ path: String) throws(CertificateFailure) -> String {
        guard let data = FileManager.default.contents(atPath: path), data.count <= sizeLimit,
            let text = String(data: data, encoding: .utf8)
        else { throw CertificateFailure(.unreadable, path) }
        return text
    }

    /// - Throws: `CertificateFailure` with code `unreadable` or `too-open`.
    static func requireOwnerOnly(_ path: String) throws(CertificateFailure) {
        guard try permissions(path) & 0o077 == 0 else {
            throw CertificateFailure(.tooOpen, "\(path) must have mode 0600")
        }
    }

    /// The permission bits of a file or folder.
    ///
    /// - Throws: `CertificateFailure` with code `unreadable`.
    static func permissions(_ path: String) throws(CertificateFailure) -> Int {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? NSNumber
        else { throw CertificateFailure(.unreadable, path) }
        return mode.intValue
    }

    /// Creates the file with its mode in one system call, so that a key is never readable by
    /// others for even a moment and an existing file is never replaced.
    ///
    /// - Throws: `CertificateFailure` with code `exists` or `unwritable`.
    static func create(_ path: String, mode: mode_t, text: String) throws(CertificateFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else {
            throw CertificateFailure(errno == EEXIST ? .exists : .unwritable, path)
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data(text.utf8))
            try file.synchronize()
            try file.close()
        } catch {
            throw CertificateFailure(.unwritable, "\(path): \(error)")
        }
    }

    /// Puts the text in the place of what the file held: whole or not at all, whatever happens on the way, and still
    /// so after a power cut.
    ///
    /// - Throws: `CertificateFailure` with code `unwritable`.
    static func replace(_ path: String, mode: mode_t, text: String) throws(CertificateFailure) {
        let scratch = path + ".new"
        // Left behind by an attempt that was cut short.
        unlink(scratch)
        try create(scratch, mode: mode, text: text)
        guard rename(scratch, path) == 0 else { throw CertificateFailure(.unwritable, path) }
        do {
            try DurableFile.sync(URL(filePath: path).deletingLastPathComponent())
        } catch {
            throw CertificateFailure(.unwritable, "\(path): \(error)")
        }
    }
}
