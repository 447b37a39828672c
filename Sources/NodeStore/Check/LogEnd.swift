import Federation
import GRDB
import TransparencyLog

/// What lies beyond the end of a log, and whether its newest checkpoints bear out the size that is stored for it.
struct LogEnd {
    let id: Int64
    let origin: LogOrigin
    let own: Bool
    let size: Int

    func examine(_ db: Database, _ keys: NoteKeys, into damages: inout DamageList) throws {
        try strayEntries(db, &damages)
        try strayHashes(db, &damages)
        try checkpoints(db, keys, &damages)
    }

    private func strayEntries(_ db: Database, _ damages: inout DamageList) throws {
        let place = try Int64.fetchOne(
            db, sql: "SELECT min(place) FROM entry WHERE place >= ? AND place < ?",
            arguments: [LogRow.place(id, size), LogRow.place(id + 1, 0)])
        guard let place else { return }
        damages.add(
            Damage(
                .strayRow, log: origin, .entry(Int(place - LogRow.place(id, 0))), expected: "no entry from #\(size) on")
        )
    }

    private func strayHashes(_ db: Database, _ damages: inout DamageList) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT level, min(idx) FROM tile_hash
                WHERE log = :log AND (idx < 0 OR level > 6 OR idx >= (:size >> (8 * level)))
                GROUP BY level
                """,
            arguments: ["log": id, "size": size])
        for row in rows {
            damages.add(
                Damage(
                    .strayRow, log: origin,
                    .hash(level: Int.fromDatabaseValue(row[0]) ?? 0, index: Int.fromDatabaseValue(row[1]) ?? 0),
                    expected: "no such hash in a tree of size \(size)"))
        }
    }

    private func checkpoints(_ db: Database, _ keys: NoteKeys, _ damages: inout DamageList) throws {
        let newest = try Int.fetchOne(db, sql: "SELECT max(size) FROM checkpoint WHERE log = ?", arguments: [id])
        // An own log is never stored without the checkpoint that signs it; a mirror may be on its way to the next one.
        let signed = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM checkpoint WHERE log = ? AND size = ?)", arguments: [id, size])
        if own, size > 0, signed != true {
            damages.add(
                Damage(.checkpointMissing, log: origin, .checkpoint(size: size), expected: "a signed checkpoint"))
        }
        guard !keys.isEmpty, let newest, newest > size else { return }
        for kept in try KeptCheckpoint.fetch(db, id, origin, keys, sizes: size + 1...newest) {
            damages.add(
                kept.damage(origin)
                    ?? Damage(
                        .checkpointAhead, log: origin, .checkpoint(size: kept.size), expected: "\(kept.size) entries",
                        found: "\(size)"))
        }
    }
}
