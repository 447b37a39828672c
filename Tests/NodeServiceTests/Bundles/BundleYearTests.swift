import Compensation
import Federation
import Foundation
import Testing

@testable import NodeService

/// A whole settlement year, told once over the wire and once with files only: the same bytes and the same results.
@Suite struct BundleYearTests {
    @Test func aYearByBundlesIsTheYearByTheWire() async throws {
        let folder = try Folder()
        let prepared = folder.url.appending(path: "prepared")
        try await SeparateNodes.prepare(prepared)
        var ends: [[String: [UInt8]]] = []
        var told: [[String]] = []
        for carrier in SeparateNodes.Carrier.allCases {
            let nodes = try SeparateNodes(prepared, carrier, in: folder.url)
            try await SettlementStory.agree(nodes)
            for month in 1...12 { try await SettlementStory.settle(month, nodes) }
            for code in SeparateNodes.codes {
                ends.append(try nodes.held(code))
                told.append(try await nodes.told(code))
            }
            try await Self.checkLedger(nodes)
        }
        let count = SeparateNodes.codes.count
        for (position, code) in SeparateNodes.codes.enumerated() {
            let (wire, bundles) = (ends[position], ends[position + count])
            #expect(wire.keys.sorted() == bundles.keys.sorted(), "\(code)")
            for path in wire.keys.sorted() { #expect(wire[path] == bundles[path], "\(code) \(path)") }
            #expect(told[position] == told[position + count], "\(code)")
        }
    }

    /// Twelve months of 400 000 yuan, six each way: Hunan pays for class Ⅱ, Chongqing for class Ⅳ (scheme, article 6).
    private static func checkLedger(_ nodes: SeparateNodes) async throws {
        for code in SeparateNodes.codes {
            let settlements = try #require(try await nodes.done(code, .settlements)["settlements"] as? [[String: Any]])
            #expect(settlements.count == 12, "\(code)")
            #expect(settlements.allSatisfy { $0["state"] as? String == "recorded" }, "\(code) \(settlements)")
        }
        let docket = await (try nodes.node("100000")).docket
        #expect(docket.ledger.rewards.count == 12 && docket.ledger.deductions.count == 12)
        let deductions = docket.ledger.deductions.map { "\($0.body.party.text) \($0.body.amount.count)" }
        #expect(deductions.filter { $0 == "430000 40000000" }.count == 6, "\(deductions)")
        #expect(deductions.filter { $0 == "500000 40000000" }.count == 6, "\(deductions)")
    }
}
