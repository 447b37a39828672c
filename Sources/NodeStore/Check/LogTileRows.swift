import Foundation
import GRDB
import TransparencyLog

/// The stored rows of up to 256 consecutive entries: what their bytes hash to, and the hashes kept beside them.
struct LogTileRows {
    /// Index of the first entry.
    let start: Int
    /// Leaf hash of the stored bytes; `nil` where the entry is missing.
    private(set) var hashed: [MerkleHash?]
    /// The kept leaf hash; `nil` where it is missing or not a hash.
    private(set) var kept: [MerkleHash?]

    init(_ db: Database, _ log: Int64, _ range: Range<Int>) throws {
        start = range.lowerBound
        hashed = Array(repeating: nil, count: range.count)
        kept = hashed
        let statement = try db.cachedStatement(
            sql: "SELECT place, bytes, leaf FROM entry WHERE place >= ? AND place < ? ORDER BY place")
        let (first, end) = (LogRow.place(log, range.lowerBound), LogRow.place(log, range.upperBound))
        let cursor = try Row.fetchCursor(statement, arguments: [first, end])
        while let row = try cursor.next() {
            // In a damaged tree rows come that were not asked for.
            guard let place = Int64.fromDatabaseValue(row[0]), place >= first, place < end else { continue }
            let offset = Int(place - first)
            hashed[offset] = try row.withUnsafeData(atIndex: 1) { bytes in
                (bytes ?? Data()).withUnsafeBytes { MerkleHash.leaf($0) }
            }
            kept[offset] = try row.withUnsafeData(atIndex: 2) { $0.flatMap { MerkleHash($0) } }
        }
    }

    /// Runs of missing entries, as indices of the log.
    var missing: [Range<Int>] {
        var runs: [Range<Int>] = []
        for (offset, hash) in hashed.enumerated() where hash == nil {
            let index = start + offset
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }

    /// Offsets of entries that are there and do not hash to what is kept beside them.
    var differing: [Int] { hashed.indices.filter { hashed[$0] != nil && hashed[$0] != kept[$0] } }
}
