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
            try await Self.year(nodes)
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

    /// Odd months class Ⅱ, even months class Ⅳ by the permanganate index alone (GB 3838-2002 table 1: Ⅱ ≤ 4, Ⅳ ≤ 10).
    private static func index(_ month: Int) -> String { month % 2 == 1 ? "2.5" : "7.5" }

    static func year(_ nodes: SeparateNodes) async throws {
        try await nodes.done("500000", .addSection(LocalNode.liye))
        try await nodes.exchange()
        try await nodes.done(
            "430000",
            .addAgreement(
                file: "youshui.md", scheme: try Repository.bytes("schemes/酉水-重庆-湖南.md"), channel: "youshui"))
        try await nodes.done("430000", .signAgreement(agreement: "youshui-2019"))
        try await nodes.exchange()
        try await nodes.done("500000", .signAgreement(agreement: "youshui-2019"))
        try await nodes.exchange()
        for month in 1...12 {
            let period = "2021-\(String(format: "%02d", month))"
            let next = month == 12 ? "2022-01" : "2021-\(String(format: "%02d", month + 1))"
            nodes.clock.set(try #require(Timestamp("\(next)-06T09:00:00+08:00")))
            let csv = """
                断面,监测时间,状态,ph,do,codmn,nh3n,tp
                里耶镇,\(period)-01 08:00,正常,7.68,8.82,\(index(month)),0.025,0.048
                里耶镇,\(period)-15 08:00,正常,7.70,8.61,\(index(month)),0.025,0.032

                """
            try await nodes.done("500000", .importReadings(LocalNode.file("\(period).csv", Array(csv.utf8))))
            for _ in 0..<2 { try await nodes.exchange() }
            for code in ["500000", "430000"] {
                try await nodes.done(code, .accept(agreement: "youshui-2019", period: period, digest: nil))
            }
            for _ in 0..<2 { try await nodes.exchange() }
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
