public import Federation
import Foundation
import GRDB
public import TransparencyLog

/// What peers' witnesses have shown, the newest per log and peer.
extension LogDatabase {
    /// Keeps a sighting in the place of the peer's former one.
    public func keep(_ sighting: Sighting) throws {
        let checkpoint = sighting.checkpoint.checkpoint
        try write { db in
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

    /// What is kept of one log, or of all, and of one peer or all, sorted by origin and peer. Notes are verified again
    /// with `keys`; what does not verify any more is left out.
    public func sightings(
        of origin: LogOrigin? = nil, by peer: NodeName? = nil, keys: (LogOrigin) -> NoteKeys
    ) throws -> [Sighting] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT origin, peer, note, since FROM sighting
                    WHERE (?1 IS NULL OR origin = ?1) AND (?2 IS NULL OR peer = ?2)
                    """,
                arguments: [origin?.text, peer?.text])
            return try rows.compactMap { row in
                guard let origin = LogOrigin(try row.sound(0, of: "sighting")),
                    let peer = NodeName(try row.sound(1, of: "sighting")),
                    let since = Timestamp(try row.sound(3, of: "sighting")),
                    case .success(let checkpoint) = VerifiedCheckpoint.open(
                        note: Array(try row.sound(2, of: "sighting") as Data), origin: origin.text, keys: keys(origin))
                else { return nil }
                return Sighting(origin: origin, peer: peer, checkpoint: checkpoint, since: since)
            }.sorted { ($0.origin, $0.peer) < ($1.origin, $1.peer) }
        }
    }
}
