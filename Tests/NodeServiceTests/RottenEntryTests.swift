import Federation
import Foundation
import NodeStore
import Testing

@testable import NodeService

/// Found by simulation: a verdict that had rotted in the centre's own database was not understood at the next start,
/// and so it was said a second time.
@Suite struct RottenEntryTests {
    /// Every entry of one kind loses its meaning on the disk; the hashes kept of them stay.
    private static func rot(_ kind: String, in home: URL) throws {
        let sql = """
            UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), '"kind":"\(kind)"', '"kind":"x\(kind.dropFirst())"') AS BLOB)
            """
        try Sqlite.execute(sql, in: home)
    }

    @Test func nothingIsSaidOnWhatHasRotted() async throws {
        let folder = try Folder()
        let prepared = folder.url.appending(path: "prepared")
        try await SeparateNodes.prepare(prepared)
        let nodes = try SeparateNodes(prepared, .wire, in: folder.url)
        try await SettlementStory.agree(nodes)
        try await SettlementStory.settle(1, nodes)
        let central = try #require(LogOrigin("100000.tongzhou.test/central/1"))
        let size = try nodes.node("100000").database.read(central, \.size)
        #expect(try await SettlementStory.states(nodes, at: "100000") == ["recorded"])
        let twin = folder.url.appending(path: "wire/100000-twin")
        try FileManager.default.copyItem(at: folder.url.appending(path: "wire/100000"), to: twin)
        try Self.rot("verdict", in: twin)

        let rotten = try nodes.open("100000-twin")
        try await rotten.settle()
        #expect(try rotten.database.read(central, \.size) == size)
        let key = try LogKey(contentsOf: rotten.configuration.logKey)
        let draft = Draft(channel: .common, entry: .node(try key.registration(of: rotten.member)))
        await #expect(throws: StoreError.damaged(central.text)) { try await rotten.act { _ in ((), [draft]) } }
    }
}
