import Federation
import Foundation
import GRDB
public import TransparencyLog

/// One log as a transaction sees it; tiles and bundles are rendered from its rows.
/// Only valid inside the transaction that made it.
public struct StoredLog: TileReader {
    private let db: Database
    private let id: Int64
    /// Number of entries.
    public let size: Int

    init(_ db: Database, _ id: Int64, size: Int) throws {
        self.db = db
        self.id = id
        self.size = size
    }

    /// The newest signed checkpoint kept, as served; `nil` before the first.
    public func checkpoint() throws -> [UInt8]? {
        try Data.fetchOne(
            db, sql: "SELECT note FROM checkpoint WHERE log = ? ORDER BY size DESC LIMIT 1", arguments: [id]
        ).map(Array.init)
    }

    /// The cosignature lines kept for the newest checkpoint, without their newlines, in order of cosigner.
    public func cosignatures() throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT line FROM cosignature WHERE log = ?1
                  AND size = (SELECT max(size) FROM checkpoint WHERE log = ?1) ORDER BY cosigner
                """, arguments: [id]
        ).flatMap { $0.split(separator: "\n").map(String.init) }
    }

    /// Entries `range` clipped to what is stored, in order.
    public func entries(_ range: Range<Int>) throws -> [[UInt8]] {
        let range = range.clamped(to: 0..<size)
        var entries: [[UInt8]] = []
        entries.reserveCapacity(range.count)
        try forEachEntry(range) { entries.append(Array($0)) }
        return entries
    }

    private func forEachEntry(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try BlobReader(db, "SELECT bytes FROM entry WHERE place >= ? AND place < ? ORDER BY place")
            .forEach(LogRow.place(id, range.lowerBound), LogRow.place(id, range.upperBound), body: body)
    }

    public func tile(level: Int, index: Int) throws -> HashTile? {
        guard let width = LogResource.width(level: level, index: index, forSize: size) else { return nil }
        let first = index * HashTile.fullWidth
        var hashes: [MerkleHash] = []
        hashes.reserveCapacity(width)
        func add(_ bytes: UnsafeRawBufferPointer) { if let hash = MerkleHash(bytes) { hashes.append(hash) } }
        if level == 0 {
            try BlobReader(db, "SELECT leaf FROM entry WHERE place >= ? AND place < ? ORDER BY place")
                .forEach(LogRow.place(id, first), LogRow.place(id, first + width), body: add)
        } else {
            try BlobReader(
                db, "SELECT hash FROM tile_hash WHERE log = ? AND level = ? AND idx >= ? AND idx < ? ORDER BY idx"
            )
            .forEach(id, Int64(level), Int64(first), Int64(first + width), body: add)
        }
        return HashTile(level: level, index: index, hashes: hashes)
    }

    /// The bytes of a tile or bundle that the stored log implies; `nil` for anything else.
    public func resource(_ resource: LogResource) throws -> [UInt8]? {
        guard resource.exists(inSize: size) else { return nil }
        switch resource {
        case .checkpoint: return try checkpoint()
        case .tile(let level, let index, let width):
            guard let tile = try tile(level: level, index: index) else { return nil }
            return HashTile(level: level, index: index, hashes: Array(tile.hashes.prefix(width)))?.bytes
        case .entries(let index, let width):
            let first = index * HashTile.fullWidth
            let entries = try entries(first..<first + width)
            return try? EntryBundle.encode(entries).get()
        }
    }

    /// The root after hashing the stored bytes of the entries from `start` on once more, leaf by leaf.
    func rehashedRoot(from start: Int, onto frontier: Frontier) throws -> MerkleHash {
        var builder = TreeBuilder(frontier: frontier)
        try forEachEntry(start..<size) { builder.append(MerkleHash.leaf($0)) }
        return builder.frontier.root
    }
}
