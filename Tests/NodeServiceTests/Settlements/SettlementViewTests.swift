import Compensation
import Federation
import Foundation
import NodeStore
import Testing
import TransparencyLog

@testable import NodeService

/// The table of settlements that people query in `views.sqlite`.
@Suite struct SettlementViewTests {
    /// 2024-01 of 阊江 was settled as class Ⅰ and turns out to have been class Ⅲ: the node computes something else now.
    @Test("Beside a recorded state stands the digest that the centre has verified")
    func verifiedDigest() async throws {
        var golden = try #require(GoldenRiver.all.first { $0.golden == "C21" })
        golden.outcomes = Array(golden.outcomes.prefix(1))
        let folder = try Folder()
        let nodes = try await RiverNodes.settled(golden, in: folder.url)
        try await nodes.agreeOnFacts(golden.agreement, "2024-01", ["阊江月类别=Ⅲ"])
        let node = try nodes.node(RiverNodes.centre)
        let cases = await node.view.desk.cases
        let settlement = try #require(cases.first { $0.key.periodText == "2024-01" })
        let verdict = try #require(settlement.verdict).body.settlementDigest
        let now = try settlement.own.get().digest
        try #require(settlement.state == .recorded && now != verdict)
        let views = try ViewsDatabase(DataFolder(folder.url), of: node.database)
        try views.replaceSettlements(cases)
        let rows = try views.dump().filter { $0.hasPrefix("settlement ") && $0.contains("recorded") }
        #expect(rows.count == 1)
        #expect(rows.allSatisfy { $0.contains(verdict.hex) && !$0.contains(now.hex) }, "\(rows)")
    }
}
