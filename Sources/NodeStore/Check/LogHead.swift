import Federation
import GRDB
import TransparencyLog

/// One log's right edge against its newest kept checkpoint: a few hashes, however long the log is.
struct LogHead {
    private let row: LogRow
    private let own: Bool
    private let keys: NoteKeys

    init(_ row: LogRow, own: Bool, keys: NoteKeys) {
        self.row = row
        self.own = own
        self.keys = keys
    }

    func examine(_ db: Database, _ damages: inout DamageList) throws -> CheckedLog {
        try LogEnd(id: row.id, origin: row.origin, own: own, size: row.size).examine(db, keys, into: &damages)
        let newest = try Int.fetchOne(
            db, sql: "SELECT max(size) FROM checkpoint WHERE log = ? AND size <= ?", arguments: [row.id, row.size])
        let edge = root(db, row.size, &damages)
        var verified = 0
        if let newest, !keys.isEmpty {
            for kept in try KeptCheckpoint.fetch(db, row.id, row.origin, keys, sizes: newest...newest) {
                if let damage = kept.damage(row.origin) {
                    damages.add(damage)
                } else if let signed = try? kept.verdict.get().checkpoint {
                    let root = newest == row.size ? edge : root(db, newest, &damages)
                    verified += root == signed.root ? 1 : 0
                    if let root, root != signed.root {
                        damages.add(
                            Damage(
                                .rootDiffers, log: row.origin, .checkpoint(size: newest), expected: signed.root.hex,
                                found: root.hex))
                    }
                }
            }
        }
        return CheckedLog(
            origin: row.origin, own: own, size: row.size, root: edge, signedSize: newest, checkpoints: verified)
    }

    private func root(_ db: Database, _ size: Int, _ damages: inout DamageList) -> MerkleHash? {
        do {
            return try Frontier(size: size, reader: StoredLog(db, row.id, size: row.size)).root
        } catch {
            damages.add(Damage(.hashMissing, log: row.origin, .log, expected: "the right edge", found: "\(error)"))
            return nil
        }
    }
}
