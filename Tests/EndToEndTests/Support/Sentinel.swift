import Crypto
import Foundation

/// What the machine remembers of a node's signatures since it was started: the file in memory that no backup holds.
struct Sentinel {
    let path: String

    /// Named after the user and SHA-256 of the folder's real path.
    init(of folder: String) throws {
        guard let real = realpath(folder, nil) else { throw TestProblem("no folder \(folder)") }
        defer { free(real) }
        let digest = SHA256.hash(data: Data(String(cString: real).utf8)).map { String(format: "%02x", $0) }.joined()
        path = "/dev/shm/tongzhou-\(geteuid())-\(digest.prefix(32))"
    }

    var content: Data? { FileManager.default.contents(atPath: path) }

    /// As after the machine was started anew.
    func forget() { try? FileManager.default.removeItem(atPath: path) }

    /// As somebody who cheats the check would.
    func forge(_ content: Data?) throws {
        forget()
        guard let content else { return }
        guard
            FileManager.default.createFile(
                atPath: path, contents: content, attributes: [.posixPermissions: 0o600])
        else { throw TestProblem("cannot write \(path)") }
    }
}
