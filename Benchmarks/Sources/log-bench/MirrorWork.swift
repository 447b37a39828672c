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
    func audit() throws -> Int { try follow { _ in } }

    func store() throws -> Int {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.data, creating: true)
        try database.register(log.origin, own: false)
        if isIndexed { try addIndex(folder.data.logDatabase.path) }
        return try follow { try database.commit($0) }
    }

    private func follow(_ keep: (MirrorBatch) throws -> Void) throws -> Int {
        var mirror = Mirror(
            origin: log.origin, verifier: log.signer.verifier, frontier: Frontier(), checkpoint: nil, finding: nil)
        var effects = mirror.handle(.checkpoint(log.note))
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
        return mirror.size
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
