public import Federation
import Foundation
import GRDB
import TransparencyLog

/// Recomputes one stored log from the bytes of its entries, some tiles at a time, and names the place of every damage.
///
/// Each tile's leaf hashes are taken from the entries. Where the kept hashes differ, the tile's own stored hash, or for
/// the last tile the signed checkpoint, tells which of the two has rotted. Every stored inner hash is compared
/// with the recomputed one, every kept checkpoint with its signature and with the root at its size.
/// Each step is a transaction of its own, so that a long log neither fills memory nor holds up a running node.
public struct LogWalk: Sendable {
    public let origin: LogOrigin
    /// Entries stored when the walk began.
    public let size: Int
    /// Entries walked.
    public private(set) var position = 0
    public private(set) var damages = DamageList()
    private let reader: any DatabaseReader
    private let id: Int64
    private let own: Bool
    private let keys: NoteKeys
    /// The tree so far; `nil` behind a gap that stored hashes do not bridge.
    private var builder: TreeBuilder? = TreeBuilder()
    private var checkpoints = 0
    private var signedSize: Int?
    /// The largest size whose signed root came out, and whether a later one did not: one damage spoils all later roots.
    private var soundSize = 0
    private var rootDiffered = false

    init(_ reader: any DatabaseReader, _ row: LogRow, own: Bool, keys: NoteKeys) {
        self.reader = reader
        self.own = own
        self.keys = keys
        id = row.id
        origin = row.origin
        size = row.size
    }

    /// Walks up to `tiles` tiles; `false` when everything has been walked.
    public mutating func step(tiles: Int = 16) throws -> Bool {
        try reader.read { db in
            for _ in 0..<tiles where position < size {
                try tile(db, position..<min(size, position + HashTile.fullWidth))
            }
            if position == size { try finish(db) }
        }
        return position < size
    }

    /// Notes that the walk could not go on, and ends it.
    public mutating func abandon(_ error: any Error) {
        damages.add(
            Damage(
                .fileUnreadable, log: origin, .entries(position..<max(size, position + 1)),
                expected: "rows that SQLite can read", found: "\(error)"))
        builder = nil
    }

    public var result: CheckedLog {
        CheckedLog(
            origin: origin, own: own, size: size, root: position == size ? builder?.frontier.root : nil,
            signedSize: signedSize, checkpoints: checkpoints)
    }

    // MARK: One tile

    private mutating func tile(_ db: Database, _ range: Range<Int>) throws {
        let rows = try LogTileRows(db, id, range)
        // Size 0 belongs to the first tile.
        let first = range.lowerBound == 0 ? 0 : range.lowerBound + 1
        let signed = try verify(KeptCheckpoint.fetch(db, id, origin, keys, sizes: first...range.upperBound))
        for run in rows.missing {
            damages.add(Damage(.entryMissing, log: origin, .entries(run), expected: "\(run.count) entries"))
        }
        if rows.missing.isEmpty, let builder {
            try grow(db, builder, rows, signed)
        } else {
            for offset in rows.differing { add(.leafDiffers, rows, offset) }
            self.builder = try? TreeBuilder(
                frontier: Frontier(size: range.upperBound, reader: StoredLog(db, id, size: size)))
        }
        position = range.upperBound
    }

    /// The checkpoints that verify; the others are told.
    private mutating func verify(_ kept: [KeptCheckpoint]) -> [Checkpoint] {
        var signed: [Checkpoint] = []
        for checkpoint in kept {
            signedSize = checkpoint.size
            guard !keys.isEmpty else { continue }
            if let damage = checkpoint.damage(origin) {
                damages.add(damage)
            } else if let verified = try? checkpoint.verdict.get() {
                signed.append(verified.checkpoint)
            }
        }
        return signed
    }

    private mutating func grow(
        _ db: Database, _ builder: TreeBuilder, _ rows: LogTileRows, _ signed: [Checkpoint]
    ) throws {
        let byBytes = GrownTile(builder, rows.hashed, signed)
        let stored = try byBytes.completed.map { hash in (hash, try storedHash(db, hash)) }
        var chosen = byBytes
        let differing = rows.differing
        if let first = differing.first {
            let byKept = GrownTile(builder, rows.kept, signed)
            let judge = rows.start + first
            let keptIsRight =
                byKept.agrees(with: stored.first?.1, beyond: judge)
                && !byBytes.agrees(with: stored.first?.1, beyond: judge)
            for offset in differing { add(keptIsRight ? .entryAltered : .leafDiffers, rows, offset) }
            if keptIsRight { chosen = byKept }
        }
        for hash in chosen.completed { compare(hash, try storedHash(db, hash)) }
        compare(chosen.roots, with: signed)
        self.builder = chosen.builder
    }

    private mutating func add(_ code: DamageCode, _ rows: LogTileRows, _ offset: Int) {
        let (bytes, kept) = (rows.hashed[offset]?.hex ?? "", rows.kept[offset]?.hex ?? "no hash")
        damages.add(
            Damage(
                code, log: origin, .entry(rows.start + offset), expected: code == .entryAltered ? kept : bytes,
                found: code == .entryAltered ? bytes : kept))
    }

    private func storedHash(_ db: Database, _ hash: TileHash) throws -> MerkleHash? {
        let statement = try db.cachedStatement(
            sql: "SELECT hash FROM tile_hash WHERE log = ? AND level = ? AND idx = ?")
        let row = try Row.fetchOne(statement, arguments: [id, hash.tileLevel, hash.index])
        return row.flatMap { Data.fromDatabaseValue($0[0]) }.flatMap { MerkleHash($0) }
    }

    private mutating func compare(_ computed: TileHash, _ stored: MerkleHash?) {
        guard stored != computed.hash else { return }
        damages.add(
            Damage(
                stored == nil ? .hashMissing : .hashDiffers, log: origin,
                .hash(level: computed.tileLevel, index: computed.index), expected: computed.hash.hex,
                found: stored?.hex ?? ""))
    }

    private mutating func compare(_ roots: [MerkleHash], with signed: [Checkpoint]) {
        for (root, checkpoint) in zip(roots, signed) {
            checkpoints += 1
            if root == checkpoint.root {
                if !rootDiffered { soundSize = checkpoint.size }
            } else if !rootDiffered {
                rootDiffered = true
                damages.add(
                    Damage(
                        .rootDiffers, log: origin, .checkpoint(size: checkpoint.size), expected: checkpoint.root.hex,
                        found: "\(root.hex), sound up to size \(soundSize)"))
            }
        }
    }

    // MARK: The end

    /// What lies beyond the end, by the size stored now: a running node may have grown in the meantime.
    private mutating func finish(_ db: Database) throws {
        if size == 0 { _ = verify(try KeptCheckpoint.fetch(db, id, origin, keys, sizes: 0...0)) }
        guard let now = try Int.fetchOne(db, sql: "SELECT size FROM log WHERE id = ?", arguments: [id]) else { return }
        try LogEnd(id: id, origin: origin, own: own, size: now).examine(db, keys, into: &damages)
    }
}
