import Federation
import Foundation
import NodeStore
import Testing
import TransparencyLog

@testable import NodeService

/// The centre away, back, and in two minds: the provinces settle between themselves whatever it does.
@Suite struct CentreFaultTests {
    private static let provinces = ["500000", "430000"]

    @Test func provincesSettleWithoutTheCentre() async throws {
        let folder = try Folder()
        let prepared = folder.url.appending(path: "prepared")
        try await SeparateNodes.prepare(prepared)
        let nodes = try SeparateNodes(prepared, .wire, in: folder.url)

        // Away: everything up to both signatures goes on, and is final between the two.
        try await SettlementStory.agree(nodes, among: Self.provinces)
        try await SettlementStory.settle(1, nodes, among: Self.provinces)
        for code in Self.provinces { #expect(try await SettlementStory.states(nodes, at: code) == ["agreed"]) }

        // Back: it verifies and records what it missed.
        let twin = try nodes.twin(of: "100000")
        for _ in 0..<2 { try await nodes.exchange() }
        for code in SeparateNodes.codes {
            #expect(try await SettlementStory.states(nodes, at: code) == ["recorded"])
        }

        // In two minds: a second ledger of the same length under the same key.
        nodes.clock.set(try #require(Timestamp("2021-02-07T09:00:00+08:00")))
        for code in Self.provinces { try await SeparateNodes.follow(try nodes.node(code), twin) }
        let ledger = try #require(LogOrigin("100000.tongzhou.test/central/1"))
        let sizes = try [try nodes.node("100000"), twin].map { try $0.database.read(ledger) { $0.size } }
        try #require(sizes[0] == sizes[1] && sizes[0] != nil)
        let held = try nodes.held("500000")
        for code in Self.provinces {
            try await SeparateNodes.follow(twin, try nodes.node(code))
            #expect(try await nodes.node(code).mirror(of: ledger)?.finding?.code == .forked)
            let status = try await nodes.perform(code, .status(check: true))
            #expect(status.exitCode == 5 && status.output.contains("MIR-03"), "\(status)")
            #expect(try await SettlementStory.states(nodes, at: code) == ["recorded"])
        }
        #expect(try nodes.held("500000") == held)

        // Nothing of that stands between the two provinces.
        try await SettlementStory.settle(2, nodes, among: Self.provinces)
        for code in Self.provinces {
            #expect(try await SettlementStory.states(nodes, at: code) == ["recorded", "agreed"])
        }
    }
}
