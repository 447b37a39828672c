import Federation
import GRDB
import Testing
import TransparencyLog

@testable import NodeStore

/// Proven contradictions in the store.
@Suite struct EvidenceStoreTests {
    private let at = Timestamp("2021-05-06T09:00:00+08:00")
    private let later = Timestamp("2021-05-06T10:00:00+08:00")

    private func evidence(size: Int) throws -> Evidence {
        let log = try OwnLog()
        let notes = try ["a", "b"].map { entry in
            try log.note(
                Checkpoint(origin: log.origin.text, size: size, root: MerkleHash.leaf(Array(entry.utf8))))
        }
        return try Evidence.fork(of: log.origin, key: log.verifier, notes[0], notes[1]).get()
    }

    @Test func isKeptOnceAndForEver() throws {
        let folder = try TemporaryFolder()
        let (at, later) = (try #require(at), try #require(later))
        let (one, two) = (try evidence(size: 5), try evidence(size: 6))
        do {
            let database = try LogDatabase(folder.folder, creating: true)
            #expect(try database.evidence().isEmpty)
            #expect(try database.keep(one, at: at))
            #expect(try database.keep(one, at: later) == false)
            #expect(try database.keep(two, at: later))
        }
        let database = try LogDatabase(folder.folder)
        let kept = try database.evidence()
        #expect(kept.map(\.evidence.digest.hex) == [one, two].map(\.digest.hex).sorted())
        #expect(kept.first { $0.evidence.bytes == one.bytes }?.since == at)
        #expect(throws: (any Error).self) {
            try database.pool.write { try $0.execute(sql: "DELETE FROM evidence") }
        }
        #expect(throws: (any Error).self) {
            try database.pool.write { try $0.execute(sql: "UPDATE evidence SET since = ''") }
        }
        #expect(try database.evidence().count == 2)
    }
}
