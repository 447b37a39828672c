import Federation
import Foundation
import GRDB
import TransparencyLog

/// The rows beside the logs, as far as they can be held against themselves: witnessing, sightings, evidence, findings.
struct RecordCheck {
    private let db: Database
    private let keys: @Sendable (LogOrigin) -> NoteKeys

    init(_ db: Database, _ keys: @escaping @Sendable (LogOrigin) -> NoteKeys) {
        self.db = db
        self.keys = keys
    }

    func examine(_ damages: inout DamageList) throws {
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
        if tables.contains("finding") { try findings(&damages) }
        guard tables.contains("witnessed") else { return }
        for table in ["witnessed", "sighting"] { try notes(table, &damages) }
        try cosignatures(&damages)
        try evidence(&damages)
        try exports(&damages)
        if tables.contains("sm3_tree") { try SM3TreeRecords(db, keys).examine(&damages) }
    }

    private func add(
        _ damages: inout DamageList, _ table: String, _ key: String, expected: String, found: String = ""
    ) {
        damages.add(Damage(.recordInvalid, .record(table: table, key: key), expected: expected, found: found))
    }

    /// Rows that keep a note beside its size and root.
    private func notes(_ table: String, _ damages: inout DamageList) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT origin, size, root, note FROM \(table)")
        while let row = try rows.next() {
            let name = String.fromDatabaseValue(row[0]) ?? ""
            guard let origin = LogOrigin(name) else {
                add(&damages, table, name, expected: "<node>/<channel>/<epoch>")
                continue
            }
            let keys = keys(origin)
            guard !keys.isEmpty else { continue }
            let note = Data.fromDatabaseValue(row[3]).map(Array.init) ?? []
            switch VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys) {
            case .failure(let finding):
                add(&damages, table, name, expected: "a note signed by the log's key", found: finding.code)
            case .success(let verified):
                let root = Data.fromDatabaseValue(row[2]).flatMap { MerkleHash($0) }
                if verified.checkpoint.size != Int.fromDatabaseValue(row[1]) || verified.checkpoint.root != root {
                    add(&damages, table, name, expected: "size \(verified.checkpoint.size) and root of the note")
                }
            }
        }
    }

    private func cosignatures(_ damages: inout DamageList) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT log, size, cosigner, line FROM cosignature")
        while let row = try rows.next() {
            let cosigner = String.fromDatabaseValue(row[2]) ?? ""
            // The lines are read as those of a note.
            let note = Array("\(cosigner)\n\n\(String.fromDatabaseValue(row[3]) ?? "")\n".utf8)
            let names = (try? SignedNote.parse(note).get().signatures.map(\.name)) ?? []
            if names.isEmpty || names.contains(where: { Array($0.utf8) != Array(cosigner.utf8) }) {
                add(&damages, "cosignature", cosigner, expected: "a signature line of \(cosigner)")
            }
        }
    }

    private func evidence(_ damages: inout DamageList) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT digest, origin, document FROM evidence")
        while let row = try rows.next() {
            let digest = String.fromDatabaseValue(row[0]) ?? ""
            let actual = ContentDigest(of: Data.fromDatabaseValue(row[2]).map(Array.init) ?? []).hex
            if digest != actual { add(&damages, "evidence", digest, expected: "digest of the document", found: actual) }
        }
    }

    private func exports(_ damages: inout DamageList) throws {
        for row in try Row.fetchAll(db, sql: "SELECT peer, origin FROM exported") {
            let (peer, origin) = (String.fromDatabaseValue(row[0]) ?? "", String.fromDatabaseValue(row[1]) ?? "")
            if NodeName(peer) == nil || LogOrigin(origin) == nil {
                add(&damages, "exported", "\(peer) \(origin)", expected: "a node and a log")
            }
        }
    }

    /// The code decides whether a log stands still; a fork's notes are the proof.
    private func findings(_ damages: inout DamageList) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT finding.id, log.origin, code, since, known_note, offending_note
                FROM finding LEFT JOIN log ON log.id = finding.log
                """)
        while let row = try rows.next() {
            let key = "\(Int64.fromDatabaseValue(row[0]) ?? 0)"
            let code = String.fromDatabaseValue(row[2]).flatMap { MirrorFinding.Code(rawValue: $0) }
            guard let code, Timestamp(String.fromDatabaseValue(row[3]) ?? "") != nil else {
                add(&damages, "finding", key, expected: "a known code and a time")
                continue
            }
            guard code == .forked, let origin = LogOrigin(String.fromDatabaseValue(row[1]) ?? "") else { continue }
            let keys = keys(origin)
            for place in [4, 5] where !keys.isEmpty {
                let note = Data.fromDatabaseValue(row[place]).map(Array.init) ?? []
                if case .failure(let finding) = VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys) {
                    add(&damages, "finding", key, expected: "a note signed by the log's key", found: finding.code)
                }
            }
        }
    }
}
