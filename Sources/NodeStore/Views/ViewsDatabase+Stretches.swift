public import Federation
import Foundation
import GRDB
public import TransparencyLog

/// What a docket need not read again when it is read in anew: a shortcut that is never needed.
extension ViewsDatabase {
    /// The stretches from the beginning of `log` on that this program marked on the history that is held, and the
    /// root at the end of each. Ends before one that is missing, damaged, of another program or beyond `size`.
    public func stretches(
        of log: LogOrigin, upTo size: Int, program: String
    ) throws -> [(stretch: FoldedStretch, root: MerkleHash)] {
        try queue.read { db in
            var found: [(stretch: FoldedStretch, root: MerkleHash)] = []
            let rows = try Row.fetchCursor(
                db, sql: "SELECT start, marks, root, digest FROM stretch WHERE log = ? AND program = ? ORDER BY start",
                arguments: [log.text, program])
            while let row = try rows.next() {
                guard let start = Int.fromDatabaseValue(row[0]), let marks = Data.fromDatabaseValue(row[1]),
                    let stretch = FoldedStretch(start: start, marks: Array(marks)),
                    stretch.start == found.count * FoldedStretch.length, stretch.end <= size,
                    let root = String.fromDatabaseValue(row[2]).flatMap({ MerkleHash(hex: $0) }),
                    Self.digest(stretch, root, of: log, program) == String.fromDatabaseValue(row[3])
                else { break }
                found.append((stretch, root))
            }
            return found
        }
    }

    /// Keeps a whole stretch; `root` is that of the log at its end.
    public func keep(_ stretch: FoldedStretch, root: MerkleHash, of log: LogOrigin, program: String) throws {
        try queue.write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO stretch VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    log.text, stretch.start, Data(stretch.marks), root.hex, program,
                    Self.digest(stretch, root, of: log, program),
                ])
        }
    }

    /// Money depends on no mark being lost, so a flipped bit has to show.
    private static func digest(
        _ stretch: FoldedStretch, _ root: MerkleHash, of log: LogOrigin, _ program: String
    ) -> String {
        let line = "\(log.text)\n\(stretch.start)\n\(root.hex)\n\(program)\n"
        return ContentDigest(of: Array(line.utf8) + stretch.marks).hex
    }
}
