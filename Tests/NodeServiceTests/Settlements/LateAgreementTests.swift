import Compensation
import Federation
import Foundation
import Testing

@testable import NodeService

/// F3 and B3: the second round on the Chishui was signed in January 2023 and holds from 2021; the year 2021 is settled
/// under it, with three provinces and the centre. Published: Sichuan paid 3 000 for 2021.
@Suite struct LateAgreementTests {
    @Test func aYearBeforeTheSignatureIsSettled() async throws {
        let folder = try Folder()
        let nodes = try await RiverNodes(["530000", "520000", "510000"], channel: "chishui", in: folder.url)
        let sections = [
            ("530000-qingshuipu", "清水铺", "530000", "520000"), ("520000-lianyuxi", "鲢鱼溪", "520000", "510000"),
            ("520000-maotai-shangyou", "茅台镇上游", "520000", "510000"),
        ]
        for (id, name, upstream, downstream) in sections {
            try await nodes.done(
                "520000",
                .addSection(
                    .init(
                        id: id, nameZh: name, nameEn: id, aliases: [], river: "赤水河", basin: "长江流域", bodyType: "river",
                        controlLevel: "国控", upstream: upstream, downstream: downstream)))
        }
        try nodes.setClock("2023-01-15T09:00:00+08:00")
        try await nodes.agree(try Repository.bytes("schemes/赤水河-云贵川-第二轮.md"), "chishui-2021", channel: "chishui")
        let csv =
            "断面,监测时间,状态,codmn,nh3n,tp\n"
            + sections.map { "\($0.1),2021-06-10 08:00,正常,2.5,0.1,0.05\n" }.joined()
        try await nodes.done("520000", .importReadings(LocalNode.file("2021.csv", Array(csv.utf8), year: nil)))
        try await nodes.exchange()
        // The open parameters are supplied by the parties; nothing can be computed without them.
        let refused = try await nodes.perform("530000", .propose(agreement: "chishui-2021", period: "2021"))
        #expect(refused.exitCode == ExitCode.inputRefused)
        #expect(refused.errors.contains("parameter-missing"))
        let deductions = sections.map { "断面扣减额(\($0.1))=1000 万元" }
        try await nodes.agreeOnFacts("chishui-2021", "2021", ["茅台镇上游目标=Ⅲ"] + deductions)
        try await nodes.settle("chishui-2021", "2021")
        for code in nodes.codes {
            let paid = try await nodes.transfers("chishui-2021", "2021", at: code)
            #expect(paid == ["520000>530000 3000", "510000>530000 3000"])
            #expect(try await nodes.states(at: code) == ["2021 recorded"])
        }
        // Years outside the validity are no settlements of this agreement, and 2022 waits for its readings.
        for period in ["2020", "2026", "2021-01"] {
            let outcome = try await nodes.perform("530000", .explain(agreement: "chishui-2021", period: period))
            #expect(outcome.exitCode == ExitCode.inputRefused, "\(period)")
        }
        let current = try await nodes.perform("530000", .propose(agreement: "chishui-2021", period: "2023"))
        #expect(current.exitCode == ExitCode.inputRefused)
        #expect(current.errors.contains("not over"))
    }
}
