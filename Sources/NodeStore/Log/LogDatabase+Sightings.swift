public import Federation
import Foundation
import GRDB
public import TransparencyLog

/// What peers' witnesses have shown, the newest per log and peer.
extension LogDatabase {
    /// Keeps a sighting in the place of the peer's former one.
    public func keep(_ sighting: Sighting) throws {
        let checkpoint = sighting.checkpoint.checkpoint
        try pool.write { db in
            try db.execute(
                sql: """
                    INSERT INTO sighting (origin, peer, size, root, note, since) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (origin, peer) DO UPDATE SET size = excluded.size, root = excluded.root,
                      note = excluded.note, since = excluded.since
                    """,
                arguments: [
                    sighting.origin.text, sighting.peer.text, checkpoint.size, Data(checkpoint.root.bytes),
                    Data(sighting.checkpoint.note), sighting.since.text,
                ])
        }
    }

    /// What is kept of one log, or of all, sorted by origin and peer. Notes are verified again with `keys`; what
    /// does not verify any more is left out.
    public func sightings(
        of origin: LogOrigin? = nil, keys: (LogOrigin) -> [NoteVerifier]
    ) throws -> [Sighting] {
        try pool.read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT origin, peer, note, since FROM sighting WHERE ?1 IS NULL OR origin = ?1",
                arguments: [origin?.text])
            return rows.compactMap { row in
                guard let origin = LogOrigin(row[0]), let peer = NodeName(row[1]), let since = Timestamp(row[3]),
                    case .success(let checkpoint) = VerifiedCheckpoint.open(
                        note: Array(row[2] as Data), origin: origin.text, keys: keys(origin))
                else { return nil }
                return Sighting(origin: origin, peer: peer, checkpoint: checkpoint, since: since)
            }.sorted { ($0.origin, $0.peer) < ($1.origin, $1.peer) }
        }
    }
}
