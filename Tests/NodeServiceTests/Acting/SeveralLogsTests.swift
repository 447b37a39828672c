import Compensation
import Federation
import Foundation
import Logging
import NodeStore
import Synchronization
import Testing

@testable import NodeService

/// A decision that speaks in several logs is in all of them or in none, whatever the disk does.
@Suite struct SeveralLogsTests {
    /// Refuses one write, counted from when it is armed, as a disk that is full at that moment.
    private final class FullOnce: CommitWatch {
        private struct Full: Error {}
        private let left = Mutex(Int.max)

        func arm(_ count: Int) { left.withLock { $0 = count } }
        func willWrite() throws {}
        func willCommit() throws {
            try left.withLock { left in
                left -= 1
                if left == 0 { throw Full() }
            }
        }
        func didCommit() throws {}
    }

    @Test func whicheverWriteFailsAllIsSaidOrNothing() async throws {
        let local = try await LocalNode()
        let configuration = try NodeConfiguration(contentsOf: local.home.appending(path: "node.yaml"))
        let watch = FullOnce()
        let node = try Node(
            configuration: configuration, peers: [], key: LogKey(contentsOf: configuration.logKey),
            clock: SystemClock(), stores: NodeStores(configuration.data, watch: watch),
            logger: NodeLauncher.logger(.critical))
        let logs = configuration.origins
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
