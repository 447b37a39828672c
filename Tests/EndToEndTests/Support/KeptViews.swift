import Foundation
import GRDB

/// The rows of a node's `views.sqlite`, read without the program.
enum KeptViews {
    static func rows(in folder: String) throws -> [String] {
        try DatabaseQueue(path: "\(folder)/views.sqlite").read { db in
            // How a log was read, in how many steps, is not what it says.
            try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'stretch' ORDER BY name"
            ).flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }.sorted()
            }
        }
    }

    static func remove(in folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasPrefix("views.sqlite") {
            try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
    }
}
