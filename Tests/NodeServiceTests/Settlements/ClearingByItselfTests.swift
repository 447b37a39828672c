import Compensation
import Federation
import Foundation
import NodeStore
import Testing
import TransparencyLog

@testable import NodeService

/// `settlements: {clearing: automatic}`: the centre clears a year by itself once it is over and lacks nothing.
@Suite struct ClearingByItselfTests {
    private static let parties = ["430000", "500000"]

    /// 酉水 for November and December 2021, with November recorded.
    static func november(_ folder: Folder, clearing: String) async throws -> RiverNodes {
        let nodes = try await RiverNodes(
            parties, channel: "youshui", in: folder.url,
            settlements: "{proposing: automatic, accepting: automatic\(clearing)}")
        try nodes.setClock("2021-11-05T09:00:00+08:00")
        try await nodes.done("500000", .addSection(LocalNode.liye))
        try await nodes.exchange(1)
        var form = AgreementCommand.DraftForm(
            scheme: NamedFile(name: "youshui.md", bytes: try Repository.bytes("schemes/酉水-重庆-湖南.md")),
            channel: "youshui")
        form.validFrom = "2021-11"
        form.validTo = "2021-12"
        try await nodes.done("430000", .agreement(.draft(form, dryRun: false)))
        try await nodes.exchange(1)
        for code in parties {
            try await nodes.done(code, .agreement(.sign(agreement: "youshui-2019", digest: nil, dryRun: false)))
        }
        try await nodes.exchange()
        try await month(11, nodes, on: "2022-01-05T09:00:00+08:00")
        return nodes
    }

    static func month(_ month: Int, _ nodes: RiverNodes, on day: String) async throws {
        try nodes.setClock(day)
        let csv = "断面,监测时间,状态,codmn,nh3n,tp\n里耶镇,2021-\(month)-01 08:00,正常,2.5,0.02,0.04\n"
        try await nodes.done("500000", .importReadings(LocalNode.file("\(month).csv", Array(csv.utf8))))
        try await nodes.exchange(3)
    }

    /// `payer>payee 万元` of the clearings that a node knows.
    private static func claims(_ nodes: RiverNodes, at code: String) async throws -> [String] {
        let list = try await nodes.done(code, .money(.payments(agreement: nil)))
        return try #require(list["claims"] as? [[String: Any]]).map { claim in
            let fen = claim["amount_fen"] as? Int ?? -1
            return "\(claim["payer"] ?? "")>\(claim["payee"] ?? "") \(fen / 1_000_000)"
        }
    }

    @Test func aWholeYearIsClearedWithoutAWord() async throws {
        let folder = try Folder()
        let nodes = try await Self.november(folder, clearing: ", clearing: automatic")
        // The year is over, but December is missing.
        for code in nodes.codes {
            #expect(try await nodes.states(at: code).contains("2021-11 recorded"), "\(code)")
            #expect(try await Self.claims(nodes, at: code).isEmpty, "\(code)")
        }
        try await Self.month(12, nodes, on: "2022-01-10T09:00:00+08:00")
        // Class Ⅱ in both months: Hunan pays twice 40 万元.
        for code in nodes.codes {
            #expect(try await Self.claims(nodes, at: code) == ["430000>500000 80"], "\(code)")
            #expect(try await nodes.states(at: code) == ["2021-11 cleared", "2021-12 cleared"], "\(code)")
        }
        let log = try #require(LogOrigin("100000.tongzhou.test/central/1"))
        let size = try nodes.node(RiverNodes.centre).database.read(log) { $0.size }
        // Once.
        try nodes.setClock("2022-01-11T09:00:00+08:00")
        try await nodes.node(RiverNodes.centre).settle()
        #expect(try nodes.node(RiverNodes.centre).database.read(log) { $0.size } == size)
    }

    @Test func otherwiseItIsLeftToTheOperator() async throws {
        let folder = try Folder()
        let nodes = try await Self.november(folder, clearing: "")
        try await Self.month(12, nodes, on: "2022-01-10T09:00:00+08:00")
        #expect(try await nodes.states(at: RiverNodes.centre) == ["2021-11 recorded", "2021-12 recorded"])
        #expect(try await Self.claims(nodes, at: "430000").isEmpty)
    }
}
