import Compensation
import Foundation
import NodeStore
import Synchronization

/// A list kept as JSON in a file of the node's folder that only its owner may read, and at hand for every request.
final class PrivateList<Element: Codable & Sendable>: Sendable {
    private let file: URL
    private let list: Mutex<[Element]>

    /// - Throws: `ConfigurationProblem` where the file cannot be understood: whom it shut out must not come in.
    init(_ file: URL, _ name: Bilingual) throws {
        self.file = file
        guard FileManager.default.fileExists(atPath: file.path) else {
            list = Mutex([])
            return
        }
        do {
            list = Mutex(try JSONDecoder().decode([Element].self, from: try Data(contentsOf: file)))
        } catch {
            throw ConfigurationProblem(
                file: file.path, zh: "无法读取\(name.zh)：\(error)", en: "\(name.en) cannot be read: \(error)")
        }
    }

    var elements: [Element] { list.withLock { $0 } }

    /// Changes the list, on disk first. One change at a time.
    func change<Result: Sendable>(_ body: (inout [Element]) throws -> Result) throws -> Result {
        try list.withLock { list in
            var changed = list
            let result = try body(&changed)
            try write(changed)
            list = changed
            return result
        }
    }

    /// Whole or not at all, and only for its owner.
    private func write(_ elements: [Element]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let text = String(decoding: try encoder.encode(elements), as: UTF8.self) + "\n"
        try PrivateFile.replace(file.path, mode: 0o600, text: text)
    }
}
