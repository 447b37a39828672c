import Compensation
import Federation
import Foundation
import NodeStore
import Testing

@testable import NodeService

/// A neighbour that is reached by bundles alone follows a log to its end and into the next epoch.
@Suite struct BundleEpochTests {
    private static let facts = "500000.tongzhou.test.yaml"

    @Test func theEndOfAClosedEpochReachesABundleOnlyNeighbour() async throws {
        let folder = try Folder()
        let prepared = folder.url.appending(path: "prepared")
        try await SeparateNodes.prepare(prepared)
        let nodes = try SeparateNodes(prepared, .bundles, in: folder.url)
        try await nodes.done("500000", .addSection(Self.section("a")))
        try await nodes.exchange()

        // Said after the last bundle, in the log that is closed right afterwards.
        try await nodes.done("500000", .addSection(Self.section("b")))
        try nodes.restart("500000") { configuration in
            try Self.edit(configuration.data.appending(path: "node.yaml")) {
                $0.replacing("epoch: 1", with: "epoch: 2")
            }
        }
        try await nodes.done("500000", .openEpoch(dryRun: false))
        try await nodes.done("500000", .addSection(Self.section("c")))
        for code in ["430000", "100000"] {
            try nodes.restart(code) { configuration in
                try Self.edit(configuration.peers.appending(path: Self.facts)) { text in
                    guard !text.contains("common/2") else { return text }
                    return text.replacing(
                        "logs: [common/1, youshui/1]", with: "logs: [common/1, common/2, youshui/1, youshui/2]")
                }
            }
        }
        try await nodes.exchange()

        let (owner, reader) = (try nodes.node("500000"), try nodes.node("430000"))
        // The node's own entry, two sections and the closing one; the opening entry, the node's and a section.
        for (log, size) in [("common/1", 4), ("common/2", 3), ("youshui/1", 2), ("youshui/2", 2)] {
            let origin = try #require(LogOrigin("500000.tongzhou.test/\(log)"))
            let held = try reader.database.read(origin) { try $0.entries(0..<$0.size) }
            #expect(held?.count == size, "\(log): \(held?.count ?? 0)")
            #expect(try held == owner.database.read(origin) { try $0.entries(0..<$0.size) }, "\(log)")
        }
        let closed = await reader.docket.epochs.closed.map(\.reference.text)
        #expect(closed == ["common", "youshui"].map { "500000.tongzhou.test/\($0)/1#\($0 == "common" ? 3 : 1)" })
        let sections = await reader.docket.sections.records.map(\.body.section.text)
        #expect(sections == ["430000-a", "430000-b", "430000-c"])
    }

    private static func section(_ name: String) -> OperatorCommand.SectionForm {
        var form = LocalNode.liye
        form.id = "430000-\(name)"
        form.nameZh = name
        form.nameEn = name
        return form
    }

    private static func edit(_ file: URL, _ change: (String) -> String) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        let changed = change(text)
        try #require(changed != text || text.contains("common/2"))
        try Data(changed.utf8).write(to: file)
    }
}
