public import Federation
import Foundation
import TransparencyLog

/// What a node has signed since the machine was started, kept where neither a backup nor a restored disk reaches:
/// a file in memory. When it says less than or the same as the database, nothing was rolled back since then.
///
/// Anyone may write beside the file, so only one that belongs to this user alone is believed. Text, one line each:
/// format, boot, the node, then `<origin> <size> <root>` for every own log.
public struct BootSentinel: Sendable {
    private let file: URL
    private let header: [String]

    private static let format = "tongzhou-signed/v1"
    private static let largest = 1 << 20

    /// The sentinel of a data folder; `nil` where the machine offers no memory to keep it in.
    /// - Parameter node: a sentinel of another node says nothing about this one. Not the key: that may be rotated.
    public init?(_ folder: DataFolder, of node: NodeName) {
        guard let file = Self.file(folder), let boot = Self.boot() else { return nil }
        self.file = file
        header = [Self.format, boot, node.text]
    }

    /// The heads kept; `nil` when there is no sentinel that can be believed.
    public func heads() -> [CutLog]? {
        let descriptor = open(file.path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard Self.isMine(descriptor), let data = try? handle.read(upToCount: Self.largest),
            let text = String(validating: data, as: UTF8.self), text.hasSuffix("\n")
        else { return nil }
        let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= header.count, Array(lines.prefix(header.count)) == header else { return nil }
        var heads: [CutLog] = []
        for line in lines.dropFirst(header.count) {
            let fields = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 3, let log = LogOrigin(fields[0]), let size = Int(fields[1]), size >= 0,
                let root = MerkleHash(hex: fields[2])
            else { return nil }
            heads.append(CutLog(log: log, size: size, root: root))
        }
        return heads
    }

    /// Keeps the heads of all own logs. Written beside and moved into place, so that a kill leaves the old or the new.
    public func keep(_ heads: [CutLog]) throws {
        let lines = header + heads.sorted().map { "\($0.log.text) \($0.size) \($0.root.hex)" }
        let draft = file.path + ".new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.io("\(draft): \(String(cString: strerror(errno)))") }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data((lines.joined(separator: "\n") + "\n").utf8))
        guard rename(draft, file.path) == 0 else {
            throw StoreError.io("\(file.path): \(String(cString: strerror(errno)))")
        }
    }

    /// Forgets: the peers are asked before this folder's node signs again.
    public static func remove(of folder: DataFolder) {
        guard let file = file(folder) else { return }
        unlink(file.path)
    }

    /// Named after the user and the folder's real path, so that two nodes never share one.
    private static func file(_ folder: DataFolder) -> URL? {
        guard let real = realpath(folder.url.path, nil) else { return nil }
        defer { free(real) }
        let digest = ContentDigest(of: Array(String(cString: real).utf8)).hex
        let name = "tongzhou-\(geteuid())-\(digest.prefix(32))"
        let places = ["/dev/shm", "/run/user/\(geteuid())"]
        return places.first { access($0, R_OK | W_OK | X_OK) == 0 }.map { URL(filePath: $0).appending(path: name) }
    }

    /// A new number with every start of the kernel: a file from before it is of no use wherever it lies.
    private static func boot() -> String? {
        guard let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8) else {
            return nil
        }
        let boot = text.trimmingCharacters(in: .newlines)
        return boot.isEmpty ? nil : boot
    }

    private static func isMine(_ descriptor: Int32) -> Bool {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return false }
        return status.st_mode & S_IFMT == S_IFREG && status.st_uid == geteuid() && status.st_mode & 0o077 == 0
            && status.st_nlink == 1
    }
}
