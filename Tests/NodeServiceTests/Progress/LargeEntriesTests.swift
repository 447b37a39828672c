import Compensation
import Federation
import Foundation
import NodeStore
import Synchronization
import Testing
import TransparencyLog

@testable import NodeService

/// A member that writes entries of the largest size cannot fill the memory of those who follow it.
@Suite struct LargeEntriesTests {
    private static let bundle = 256 * (65_535 + 2)

    /// Serves a node's logs, and sees how many bytes of bundles are with the reader and not on its disk yet.
    private final class CountingLink: PeerLink {
        let peer: PeerEndpoint
        private let source: NodeLogSource
        private let reader: Node
        private let origin: LogOrigin
        private let counts = Mutex((served: 0, most: 0, requests: 0))

        init(_ owner: Node, _ reader: Node, _ origin: LogOrigin) {
            peer = PeerEndpoint(node: owner.member.node, host: "localhost", port: 1)
            source = NodeLogSource(node: owner)
            (self.reader, self.origin) = (reader, origin)
        }

        var most: Int { counts.withLock { $0.most } }
        var requests: Int { counts.withLock { $0.requests } }

        func get(
            channel: String, epoch: String, path: String, limit: Int, ifNoneMatch: String?, waitSeconds: Int
        ) async throws(TransportFailure) -> FetchOutcome {
            let request = LogRequest(reader: reader.member.node, channel: channel, epoch: epoch, path: path)
            do {
                if path == "checkpoint" {
                    let note = try await source.checkpoint(request, knownTag: nil, waitSeconds: 0)
                    return note.map { .body($0.bytes, etag: $0.etag) } ?? .absent
                }
                guard let body = try await source.resource(request) else { return .absent }
                if path.hasPrefix("tile/entries") {
                    let durable = (try reader.database.read(origin, \.size) ?? 0) / 256 * LargeEntriesTests.bundle
                    counts.withLock { counts in
                        counts.served += body.bytes.count
                        counts.most = max(counts.most, counts.served - durable)
                        counts.requests += 1
                    }
                }
                return .body(body.bytes, etag: nil)
            } catch {
                throw TransportFailure(.unreachable, "\(error)")
            }
        }

        func mirrored(_ origin: LogOrigin, _ resource: LogResource) async throws(TransportFailure) -> FetchOutcome {
            .absent
        }
        func witnessed(_ origin: LogOrigin, ifNoneMatch tag: String?) async throws(TransportFailure) -> FetchOutcome {
            .absent
        }
        func addCheckpoint(_ body: [UInt8]) async throws(TransportFailure) -> WitnessReply { .refused(status: 404) }
    }

    @Test func memoryDoesNotGrowWithTheSizeOfEntries() async throws {
        let folder = try Folder()
        let prepared = folder.url.appending(path: "prepared")
        try await SeparateNodes.prepare(prepared)
        let nodes = try SeparateNodes(prepared, .wire, in: folder.url)
        let (owner, reader) = (try nodes.node("500000"), try nodes.node("430000"))
        let origin = try #require(LogOrigin("500000.tongzhou.test/common/1"))
        try await Self.write(bundles: 12, to: origin, of: owner)

        let link = CountingLink(owner, reader, origin)
        let following = Task { await LogFollower(node: reader, client: link, origin: origin).run() }
        let size = try #require(try owner.database.read(origin, \.size))
        for _ in 0..<600 {
            if try reader.database.signedHead(of: origin)?.size == size { break }
            try await Task.sleep(for: .milliseconds(100))
        }
        following.cancel()
        await following.value
        #expect(try reader.database.signedHead(of: origin)?.size == size)
        #expect(try reader.database.root(of: origin, at: size) == owner.database.root(of: origin, at: size))
        // Four were asked for before any had come, one of them was kept; from then on one at a time.
        #expect(link.most <= 5 * Self.bundle, "\(link.most / (1 << 20)) MiB")
        #expect(link.requests <= 12 + 1 + 3 + 2, "\(link.requests) bundles for 13")
    }

    /// Entries of no known kind, each as long as an entry may be.
    private static func write(bundles: Int, to origin: LogOrigin, of node: Node) async throws {
        let signers = await node.signers(of: origin)
        for bundle in 0..<bundles {
            let start = try node.database.read(origin) { try Frontier(size: $0.size, reader: $0) } ?? Frontier()
            let entries = (0..<256).map { index in
                Array("\(bundle) \(index) ".utf8) + [UInt8](repeating: 0x61, count: 65_500)
            }
            try node.database.append(LogBatch(origin: origin, onto: start, entries: entries.map(Self.padded))) {
                try KeyRing.note($0, of: origin, by: signers)
            }
        }
    }

    private static func padded(_ entry: [UInt8]) -> [UInt8] {
        entry + [UInt8](repeating: 0x62, count: 65_535 - entry.count)
    }

    @Test func whatIsFetchedAtATimeIsBounded() async throws {
        let bundles = (0..<16).map { LogResource.entries(index: $0, width: 256) }
        let tile = LogResource.tile(level: 1, index: 0, width: 3)
        for (size, concurrency, expected) in [(1 << 24, 4, 1), (1 << 24, 1, 1), (6 << 20, 4, 3), (1 << 10, 4, 17)] {
            let asked = Mutex(0)
            let answer = try await ChunkFetch(concurrency: concurrency) { resource in
                asked.withLock { $0 += 1 }
                guard case .entries = resource else { return [7] }
                return [UInt8](repeating: 1, count: size)
            }.bodies(of: bundles + [tile])
            #expect(answer.bodies.count == expected && answer.isPart == (expected < 17), "\(size)")
            #expect(asked.withLock { $0 } <= max(expected, concurrency), "\(size)")
            #expect(answer.isLarge == (size > 1 << 20))
        }
    }

    /// What is not there and what fails are told as before.
    @Test func absentAndFailing() async throws {
        let bundles = (0..<3).map { LogResource.entries(index: $0, width: 256) }
        let answer = try await ChunkFetch(concurrency: 2) { $0 == bundles[1] ? nil : [1] }.bodies(of: bundles)
        #expect(answer.bodies == [[1], nil, [1]] && !answer.isPart)
        await #expect(throws: TransportFailure.self) {
            try await ChunkFetch(concurrency: 2) { _ in throw TransportFailure(.timeout, "") }.bodies(of: bundles)
        }
        #expect(try await ChunkFetch(concurrency: 2) { _ in nil }.bodies(of: []).bodies.isEmpty)
    }
}
