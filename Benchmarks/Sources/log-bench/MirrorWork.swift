import Federation
import Foundation
import GRDBSQLite
import NodeStore
import TransparencyLog

/// The mirror state machine fed from memory.
struct MirrorWork {
    let log: OriginLog
    var isIndexed = false

    /// Everything but keeping it.
    func audit() throws -> Int { try follow([log.note], [log.signer.verifier]) { _ in } }

    func store() throws -> Int { try store([log.note], [log.signer.verifier]) }

    /// The same, led by one note after the other.
    func store(_ notes: [[UInt8]], _ keys: NoteKeys) throws -> Int {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.data, creating: true)
        try database.register(log.origin, own: false)
        if isIndexed { try addIndex(folder.data.logDatabase.path) }
        return try follow(notes, keys) { try database.commit($0) }
    }

    private func follow(
        _ notes: [[UInt8]], _ keys: NoteKeys, _ keep: (MirrorBatch) throws -> Void
    ) throws -> Int {
        var mirror = Mirror(origin: log.origin, keys: keys, frontier: Frontier(), checkpoint: nil, finding: nil)
        for note in notes { try take(note, &mirror, keep) }
        return mirror.size
    }

    private func take(_ note: [UInt8], _ mirror: inout Mirror, _ keep: (MirrorBatch) throws -> Void) throws {
        var effects = mirror.handle(.checkpoint(note))
        while !effects.isEmpty {
            switch effects.removeFirst() {
            case .fetch(let resources):
                effects += mirror.handle(.fetched(resources.map { log.resources[$0.path] }))
            case .commit(let batch):
                try keep(batch)
                effects += mirror.handle(.committed)
            case .level: break
            case .halt: throw OriginLog.Broken()
            }
        }
    }

    /// The node needs none; here it makes the work the same as the peer's.
    private func addIndex(_ path: String) throws {
        var handle: OpaquePointer?
        defer { sqlite3_close(handle) }
        guard sqlite3_open(path, &handle) == SQLITE_OK,
            sqlite3_exec(handle, "CREATE INDEX entry_leaf ON entry (leaf)", nil, nil, nil) == SQLITE_OK
        else { throw OriginLog.Broken() }
    }
}
