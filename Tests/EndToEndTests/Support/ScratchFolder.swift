import Foundation

/// A folder with a short path, removed with its value: the path of a Unix socket has at most 107 bytes.
final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/tz-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TestProblem("mkdtemp: \(errno)") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // What the machine remembers of the nodes in here goes with them.
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        for folder in folders { try? Sentinel(of: self(folder)).forget() }
        try? FileManager.default.removeItem(atPath: path)
    }

    func callAsFunction(_ relative: String) -> String { "\(path)/\(relative)" }

    /// Writes a file and returns its path.
    @discardableResult
    func write(_ relative: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: self(relative)))
        return self(relative)
    }
}
