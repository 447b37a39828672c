import Compensation
import Federation
import Foundation
import Testing

@testable import NodeService

/// F1 and F2 through running nodes: real readings of 里耶镇, April 2021 (CNEMC). With the six readings of 13.60 the mean
/// is 97.83/13 and the month class Ⅳ; without them 16.23/7 and class Ⅱ, and the payment turns round.
@Suite struct LiyeGoldenTests {
    private func explained(_ nodes: RiverNodes, at code: String) async throws -> [String: Any] {
        try await nodes.done(code, .explain(agreement: "youshui-2019", period: "2021-04"))
    }

    private func step(_ name: String, _ explained: [String: Any]) throws -> String? {
        let steps = try #require(explained["steps"] as? [[String: Any]])
        return steps.first { $0["name"] as? String == name }?["value"] as? String
    }

    @Test func aSpikeFlipsTheDirectionAndMaintenanceIsLeftOut() async throws {
        let folder = try Folder()
        let nodes = try await RiverNodes(["430000", "500000"], channel: "youshui", in: folder.url)
        try nodes.setClock("2021-05-06T09:00:00+08:00")
        try await nodes.done("500000", .addSection(LocalNode.liye))
        try await nodes.exchange(1)
        try await nodes.agree(
            try Repository.bytes("schemes/酉水-重庆-湖南.md"), "youshui-2019", channel: "youshui")
        try await nodes.done(
            "430000", .importReadings(LocalNode.file("liye.csv", try Repository.liye())))
        try await nodes.exchange()
        for code in nodes.codes {
            let story = try await explained(nodes, at: code)
            #expect(try step("月类别", story) == "Ⅳ")
            #expect(try step("月均值", story)?.contains("codmn=9783/1300") == true)
            let inputs = try #require(story["inputs"] as? [[String: Any]])
            #expect(inputs.count == 25)
            #expect(inputs.filter { $0["note"] as? String == "status-excluded" }.count == 12)
            // 2 April, 08:00: in maintenance, with ammonia nitrogen and without permanganate index.
            let second = inputs.first { $0["time"] as? String == "2021-04-02T08:00+08:00" }
            #expect(second?["used"] as? Bool == false)
            let paid = try await nodes.transfers("youshui-2019", "2021-04", at: code)
            #expect(paid == ["500000>430000 40"])
        }
        let file = try Repository.bytes("docs/demo/liye-2021-04-correction.csv")
        try await nodes.done("430000", .correctReadings(LocalNode.file("c.csv", file), reason: "校准"))
        try await nodes.exchange()
        // The node that has only the old version is told of, not silently accepted.
        for code in nodes.codes { #expect(try await nodes.states(at: code) == ["2021-04 disputed"]) }
        let status = try await nodes.done("500000", .status(check: false))
        let conditions = try #require(status["conditions"] as? [[String: Any]])
        let codes = conditions.compactMap { $0["code"] as? String }
        #expect(codes.contains("SET-01") && codes.contains("DAT-02"))
        try await nodes.done("500000", .endorse(place: nil, dryRun: false))
        try await nodes.exchange()
        try await nodes.settle("youshui-2019", "2021-04")
        for code in nodes.codes {
            #expect(try await nodes.states(at: code) == ["2021-04 recorded"])
            #expect(try step("月均值", try await explained(nodes, at: code))?.contains("codmn=1623/700") == true)
            let paid = try await nodes.transfers("youshui-2019", "2021-04", at: code)
            #expect(paid == ["430000>500000 40"])
        }
    }
}
