import Federation
import Foundation
import GRDBSQLite
import NodeStore
import TransparencyLog

/// The mirror state machine fed from memory, in the order and with the concurrency of the node's own follower: the
/// first chunk of a checkpoint is fetched and hashed beside the verification of its signatures.
struct MirrorWork: Sendable {
    let log: OriginLog
    var isIndexed = false

    /// Everything but keeping it.
    func audit() throws -> Int {
        try Blocking.run { try await follow([log.note], [log.signer.verifier]) { _ in } }
    }

    func store() throws -> Int { try store([log.note], [log.signer.verifier]) }

    /// The same, led by one note after the other.
    func store(_ notes: [[UInt8]], _ keys: NoteKeys) throws -> Int {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let database = try LogDatabase(folder.data, creating: true)
        try database.register(log.origin, own: false)
        if isIndexed { try addIndex(folder.data.logDatabase.path) }
        return try Blocking.run { try await follow(notes, keys) { try database.commit($0) } }
    }

    /// The same while the log grows: note after note appears at `pace`, in entries a second, whether or not the mirror
    /// has taken the one before, and it takes the newest whenever it is ready, as a node's poll does. The log is never
    /// more than one chunk ahead, whose end needs no proof.
    func store(_ notes: [[UInt8]], _ keys: NoteKeys, pace: Double) throws -> Int {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let database = try LogDatabase(folder.data, creating: true)
        try database.register(log.origin, own: false)
        return try Blocking.run {
            var mirror = Mirror(origin: log.origin, keys: keys, frontier: Frontier(), checkpoint: nil, finding: nil)
            let clock = ContinuousClock()
            let start = clock.now
            let step = log.entries.count / notes.count
            while mirror.size < step * notes.count {
                let grown = Int((clock.now - start) / .seconds(1) * pace) / step
                let newest = min(notes.count, grown, mirror.size / step + 16)
                if newest * step > mirror.size {
                    try await take(notes[newest - 1], &mirror) { try database.commit($0) }
                } else {
                    try await clock.sleep(until: start + .seconds(Double((newest + 1) * step) / pace))
                }
            }
            return mirror.size
        }
    }

    private func follow(
        _ notes: [[UInt8]], _ keys: NoteKeys, _ keep: @Sendable (MirrorBatch) throws -> Void
    ) async throws -> Int {
        var mirror = Mirror(origin: log.origin, keys: keys, frontier: Frontier(), checkpoint: nil, finding: nil)
        for note in notes { try await take(note, &mirror, keep) }
        return mirror.size
    }

    private func take(
        _ note: [UInt8], _ mirror: inout Mirror, _ keep: @Sendable (MirrorBatch) throws -> Void
    ) async throws {
        guard let prospect = mirror.prospect(note) else { throw OriginLog.Broken() }
        async let promised = prospect.hashed(bodies(prospect.resources))
        var effects = mirror.handle(.opened(prospect.opened()))
        while !effects.isEmpty {
            switch effects.removeFirst() {
            case .fetch(let resources):
                if resources == prospect.resources, let chunk = await promised {
                    effects += mirror.handle(.hashed(chunk))
                } else {
                    effects += mirror.handle(.fetched(bodies(resources)))
                }
            case .commit(let batch):
                try keep(batch)
                effects += mirror.handle(.committed)
            case .level: break
            case .halt: throw OriginLog.Broken()
            }
        }
    }

    private func bodies(_ resources: [LogResource]) -> [[UInt8]?] { resources.map { log.resources[$0.path] } }

    /// The node needs none; here it makes the work the same as the peer's.
    private func addIndex(_ path: String) throws {
        var handle: OpaquePointer?
        defer { sqlite3_close(handle) }
        guard sqlite3_open(path, &handle) == SQLITE_OK,
            sqlite3_exec(handle, "CREATE INDEX entry_leaf ON entry (leaf)", nil, nil, nil) == SQLITE_OK
        else { throw OriginLog.Broken() }
    }
}
