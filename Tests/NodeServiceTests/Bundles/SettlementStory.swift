import Compensation
import Federation
import Foundation
import Testing

@testable import NodeService

/// What the nodes have to say to each other about the Youshui agreement.
enum SettlementStory {
    /// The section is registered, the agreement drafted and signed by both.
    static func agree(_ nodes: SeparateNodes, among codes: [String] = SeparateNodes.codes) async throws {
        try await nodes.done("500000", .addSection(LocalNode.liye))
        try await nodes.exchange(among: codes)
        try await nodes.done(
            "430000",
            .agreement(
                .draft(
                    AgreementCommand.DraftForm(
                        scheme: NamedFile(
                            name: "youshui.md", bytes: try Repository.bytes("schemes/酉水-重庆-湖南.md")),
                        channel: "youshui"), dryRun: false)))
        let sign = AgreementCommand.sign(agreement: "youshui-2019", digest: nil, dryRun: false)
        try await nodes.done("430000", .agreement(sign))
        try await nodes.exchange(among: codes)
        try await nodes.done("500000", .agreement(sign))
        try await nodes.exchange(among: codes)
    }

    /// One month of 2021: readings, proposals, acceptances, verdict. Odd months are class Ⅱ, even months class Ⅳ, by the
    /// permanganate index alone (GB 3838-2002 table 1: Ⅱ up to 4, Ⅳ up to 10 mg/L); or as `codmn` has it.
    /// On the sixth of the month after it, or at another time.
    static func settle(
        _ month: Int, _ nodes: SeparateNodes, among codes: [String] = SeparateNodes.codes, codmn: String? = nil,
        at time: String? = nil
    ) async throws {
        let period = period(month)
        let next = month == 12 ? "2022-01" : Self.period(month + 1)
        nodes.clock.set(try #require(Timestamp(time ?? "\(next)-06T09:00:00+08:00")))
        let index = codmn ?? (month % 2 == 1 ? "2.5" : "7.5")
        let csv = """
            断面,监测时间,状态,ph,do,codmn,nh3n,tp
            里耶镇,\(period)-01 08:00,正常,7.68,8.82,\(index),0.025,0.048
            里耶镇,\(period)-15 08:00,正常,7.70,8.61,\(index),0.025,0.032

            """
        try await nodes.done("500000", .importReadings(LocalNode.file("\(period).csv", Array(csv.utf8))))
        for _ in 0..<2 { try await nodes.exchange(among: codes) }
        for code in ["500000", "430000"] {
            try await nodes.done(code, .accept(agreement: "youshui-2019", period: period, digest: nil))
        }
        for _ in 0..<2 { try await nodes.exchange(among: codes) }
    }

    /// The state of each settlement, in order.
    static func states(_ nodes: SeparateNodes, at code: String) async throws -> [String] {
        let settlements = try #require(try await nodes.done(code, .settlements)["settlements"] as? [[String: Any]])
        return settlements.compactMap { $0["state"] as? String }
    }

    private static func period(_ month: Int) -> String { "2021-\(String(format: "%02d", month))" }
}
