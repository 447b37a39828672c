import Federation
import GRDB
import TransparencyLog

/// The rows of table `sm3_tree` held against themselves: signatures, and the right edge against the root signed last.
struct SM3TreeRecords {
    private let db: Database
    private let keys: @Sendable (LogOrigin) -> NoteKeys

    init(_ db: Database, _ keys: @escaping @Sendable (LogOrigin) -> NoteKeys) {
        self.db = db
        self.keys = keys
    }

    func examine(_ damages: inout DamageList) throws {
        for row in try Row.fetchAll(db, sql: "SELECT id, origin, own FROM log") {
            // A log that cannot be made out is told by the list of logs.
            guard let id = Int64.fromDatabaseValue(row[0]),
                let origin = String.fromDatabaseValue(row[1]).flatMap({ LogOrigin($0) }),
                let own = Bool.fromDatabaseValue(row[2])
            else { continue }
            let tree: SM3TreeRow?
            do { tree = try SM3TreeRow.find(db, id) } catch {
                damages.add(Self.damage(origin, 0, expected: "a row of the table", found: "\(error)"))
                continue
            }
            if let damage = tree.flatMap({ examine($0, origin, own: own) }) { damages.add(damage) }
        }
    }

    private func examine(_ tree: SM3TreeRow, _ origin: LogOrigin, own: Bool) -> Damage? {
        guard (tree.edge != nil) == own, !own || tree.sound != nil else {
            return Self.damage(origin, tree.size, expected: "the right edge that was signed", found: "another one")
        }
        let known = keys(origin)
        guard let note = tree.note, !known.isEmpty else { return nil }
        let keys = SM3TreeKeys.verifying(known, of: origin)
        switch VerifiedCheckpoint.open(note: note, origin: origin.sm3Text, keys: keys) {
        case .failure(let finding):
            return Self.damage(
                origin, tree.size, expected: "a note signed by the log's keys",
                found: "\(finding.code) \(finding.detail)")
        case .success(let verified):
            let isWhole = verified.note == note && (own || verified.checkpoint.size == tree.size)
            return isWhole ? nil : Self.damage(origin, tree.size, expected: "size \(tree.size)", found: "another note")
        }
    }

    static func damage(
        _ origin: LogOrigin, _ size: Int, _ code: DamageCode = .sm3CheckpointInvalid, expected: String, found: String
    ) -> Damage {
        Damage(code, log: origin, .record(table: "sm3_tree", key: "@\(size)"), expected: expected, found: found)
    }
}
