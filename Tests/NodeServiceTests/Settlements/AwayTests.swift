import Compensation
import Federation
import Foundation
import Testing

@testable import NodeService

/// A node that was away for three months hears it all at once and ends in the state of the others.
@Suite struct AwayTests {
    @Test func threeMonthsAwayAndTheSameStateAfterwards() async throws {
        let folder = try Folder()
        let nodes = try await RiverNodes(["430000", "500000"], channel: "youshui", in: folder.url)
        try nodes.setClock("2021-01-05T09:00:00+08:00")
        try await nodes.done("500000", .addSection(LocalNode.liye))
        try await nodes.exchange(1)
        try await nodes.agree(try Repository.bytes("schemes/酉水-重庆-湖南.md"), "youshui-2019", channel: "youshui")
        let present = ["500000", RiverNodes.centre]
        for month in 1...3 {
            try nodes.setClock("2021-0\(month + 1)-06T09:00:00+08:00")
            let csv = """
                断面,监测时间,状态,pH,DO,codmn,nh3n,tp
                里耶镇,2021-0\(month)-01 08:00,正常,7.6,8.8,\(month == 2 ? "7.5" : "2.5"),0.02,0.04

                """
            try await nodes.done("500000", .importReadings(LocalNode.file("\(month).csv", Array(csv.utf8))))
            try await nodes.exchange(among: present)
        }
        let correction = """
            断面,监测时间,状态,pH,DO,codmn,nh3n,tp
            里耶镇,2021-02-01 08:00,正常,7.6,8.8,2.5,0.02,0.04

            """
        try await nodes.done(
            "500000", .correctReadings(LocalNode.file("c.csv", Array(correction.utf8)), reason: "校准"))
        try await nodes.exchange(among: present)
        #expect(try await nodes.states(at: "430000").isEmpty)

        try await nodes.exchange()
        let expected = ["2021-01 proposed", "2021-02 disputed", "2021-03 proposed"]
        for code in nodes.codes { #expect(try await nodes.states(at: code) == expected, "\(code)") }
        try await nodes.done("430000", .endorse(place: nil, dryRun: false))
        try await nodes.exchange()
        for period in ["2021-01", "2021-02", "2021-03"] { try await nodes.settle("youshui-2019", period) }
        var digests: [[String]] = []
        for code in nodes.codes {
            let settlements = try #require(try await nodes.done(code, .settlements)["settlements"] as? [[String: Any]])
            #expect(settlements.allSatisfy { $0["state"] as? String == "recorded" }, "\(code)")
            digests.append(settlements.compactMap { $0["own_digest"] as? String })
        }
        #expect(digests[0].count == 3)
        #expect(digests.allSatisfy { $0 == digests[0] })
    }
}
