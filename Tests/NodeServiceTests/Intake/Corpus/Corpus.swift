import Foundation
import TestSupport

/// The spreadsheets of `corpus.py` and what has to come of each.
enum Corpus {
    struct Sample: Codable, Sendable, CustomStringConvertible {
        let name: String
        let file: Data
        let rows: [Row]
        /// `Sheet1 3C import-…`.
        let issues: [String]
        let notes: [String]
        let year: Int?
        let ignored: [String]
        let limits: [String]
        /// Whether another program can open it and save it anew.
        let resaved: Bool

        var description: String { name }
    }

    /// Section, time, status and values by code.
    struct Row: Codable, Equatable, Sendable, CustomStringConvertible {
        let section: String
        let time: String
        let status: String
        let values: [String: String]

        init(section: String, time: String, status: String, values: [String: String]) {
            self.section = section
            self.time = time
            self.status = status
            self.values = values
        }

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            section = try list.decode(String.self)
            time = try list.decode(String.self)
            status = try list.decode(String.self)
            values = try list.decode([String: String].self)
        }

        var description: String {
            "\(section) \(time) \(status) \(values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })"
        }
    }

    static func samples() throws -> [Sample] { try made.get() }

    private static let made = Result {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "corpus.py").path
        return try JSONDecoder().decode([Sample].self, from: try Program.output(Repository.python, [script]))
    }
}
