import Compensation
import Federation
import Foundation
import NodeStore
import Testing

@testable import NodeService

/// A decision that speaks in several logs is in all of them or in none, whatever the disk does.
@Suite struct SeveralLogsTests {
    @Test func whicheverWriteFailsAllIsSaidOrNothing() async throws {
        let local = try await LocalNode()
        let watch = FailingOnce()
        let node = try local.open(watch)
        let logs = node.configuration.origins
        try #require(logs.count == 2)
        func sizes() throws -> [Int] { try logs.map { try node.database.read($0, \.size) ?? 0 } }
        let old = try #require(await node.ownKeys?.newest)
        let before = try sizes()
        let key = LogKey.generate()
        var refusals = 0
        while refusals < 10 {
            watch.arm(refusals + 1)
            do {
                _ = try await node.rotate(from: old, to: key)
                break
            } catch {
                refusals += 1
                #expect(try sizes() == before, "write \(refusals)")
                #expect(await node.ownKeys?.newest == old)
                #expect(await node.docket.head(of: logs[0])?.size == before[0])
            }
        }
        // At least the transaction that holds both was refused once.
        #expect((1..<10).contains(refusals))
        #expect(try sizes() == [before[0] + 2, before[1] + 1])
        #expect(await node.ownKeys?.newest == key.publicKey)
    }
}
