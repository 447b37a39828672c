import Federation
import NodeStore
import Testing
import TransparencyLog

/// Several own logs grow in one transaction.
@Suite struct SeveralLogsStoreTests {
    private struct Refusal: Error {}

    @Test func nothingIsLeftOfAnyWhenOneFails() throws {
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.folder, creating: true)
        let logs = [try OwnLog("500000.tongzhou.test/common/1"), try OwnLog()]
        for log in logs { try log.grow(database, by: 10) }
        let batches = logs.map { $0.batch(from: 10, count: 300) }
        func sizes() throws -> [Int?] { try logs.map { try database.signedHead(of: $0.origin)?.size } }
        for failing in logs {
            #expect(throws: Refusal.self) {
                try database.append(batches) { batch in
                    guard let log = logs.first(where: { $0.origin == batch.origin }), log.origin != failing.origin
                    else {
                        throw Refusal()
                    }
                    return try log.note(batch.checkpoint)
                }
            }
            #expect(try sizes() == [10, 10])
            #expect(try logs.map { try database.read($0.origin, \.size) } == [10, 10])
        }
        try database.append(batches) { batch in
            try (batch.origin == logs[0].origin ? logs[0] : logs[1]).note(batch.checkpoint)
        }
        #expect(try sizes() == [310, 310])
        for log in logs { #expect(try database.root(of: log.origin, at: 310) == log.frontier(310).root) }
    }
}
