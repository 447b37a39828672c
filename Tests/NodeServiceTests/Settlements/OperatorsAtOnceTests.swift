import Compensation
import Federation
import Foundation
import Presentation
import Testing

@testable import NodeService

/// Several operators of one node, stale views, and amounts that do not match.
@Suite struct OperatorsAtOnceTests {
    private static let agreement = "youshui-2019"

    private func proposed(_ folder: Folder, settlements: String? = nil) async throws -> RiverNodes {
        let nodes = try await RiverNodes(
            ["430000", "500000"], channel: "youshui", in: folder.url, settlements: settlements)
        try nodes.setClock("2021-05-06T09:00:00+08:00")
        try await nodes.done("500000", .addSection(LocalNode.liye))
        try await nodes.exchange(1)
        try await nodes.agree(
            try Repository.bytes("schemes/酉水-重庆-湖南.md"), Self.agreement, channel: "youshui")
        let csv = """
            断面,监测时间,状态,pH,DO,codmn,nh3n,tp
            里耶镇,2021-04-01 08:00,正常,7.6,8.8,2.5,0.02,0.04

            """
        try await nodes.done("500000", .importReadings(LocalNode.file("april.csv", Array(csv.utf8))))
        try await nodes.exchange()
        return nodes
    }

    private func accept(
        _ digest: String? = nil, _ amount: String? = nil, dryRun: Bool = false
    ) -> OperatorCommand {
        .settlement(
            .accept(
                agreement: Self.agreement, period: "2021-04", .init(digest: digest, amount: amount), dryRun: dryRun))
    }

    @Test func manyAcceptAtOnceAndOneAcceptanceStands() async throws {
        let folder = try Folder()
        let nodes = try await proposed(folder)
        let node = try nodes.node("430000")
        let before = await node.docket.settlements.acceptances.count
        let outcomes = await withTaskGroup(of: CommandOutcome.self) { group in
            for _ in 0..<12 {
                group.addTask { [accept] in
                    await CommandDesk(node: node, running: true).perform(accept(nil, nil, false), .en, format: .table)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.allSatisfy { $0.exitCode == 0 })
        #expect(outcomes.filter { $0.output.contains("accepted already") }.count == 11)
        #expect(await node.docket.settlements.acceptances.count == before + 1)
    }

    /// One accepts while another objects: whoever comes second is told.
    @Test func acceptingAndObjectingAtOnce() async throws {
        let folder = try Folder()
        let nodes = try await proposed(folder)
        let node = try nodes.node("430000")
        let objection = OperatorCommand.settlement(
            .object(
                agreement: Self.agreement, period: "2021-04",
                .init(place: "第五条", words: "仪器校准", digest: nil), dryRun: false))
        async let one = CommandDesk(node: node, running: true).perform(accept(), .en, format: .table)
        async let other = CommandDesk(node: node, running: true).perform(objection, .en, format: .table)
        let (accepted, objected) = await (one, other)
        #expect(accepted.exitCode == 0)
        let said = await node.docket.settlements.objections.count
        // Bound first: the objection is refused. Objected first: accepting afterwards answers the objection.
        #expect(objected.exitCode == (said == 0 ? ExitCode.inputRefused : 0))
        let state = await node.view.desk.cases.first?.state
        #expect(state == .proposed)
    }

    /// Thirty operators state one value each at the same time: thirty are there.
    @Test func nothingIsLost() async throws {
        let folder = try Folder()
        let nodes = try await RiverNodes(["500116", "500118", "500120", "500000"], channel: "yuhuan", in: folder.url)
        let agreement = "chongqing-2023-annual"
        try await nodes.agree(try Repository.bytes("schemes/重庆-2023-年度清缴.md"), agreement, channel: "yuhuan")
        let node = try nodes.node("500116")
        let names = (0..<24).map { "月类别(\($0 < 12 ? "茨坝" : "璧南河出境"),2023-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1))" }
        let outcomes = await withTaskGroup(of: CommandOutcome.self) { group in
            for name in names {
                let form = SettlementCommand.FactsForm(
                    agreement: agreement, period: "2023", settings: ["\(name)=Ⅲ"], file: nil, source: "bulletin")
                group.addTask {
                    await CommandDesk(node: node, running: true).perform(
                        .settlement(.stateFacts(form, dryRun: false)), .en, format: .table)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.allSatisfy { $0.exitCode == 0 })
        let listed = try await nodes.done("500116", .settlement(.facts(agreement: agreement, period: "2023")))
        #expect((listed["facts"] as? [Any])?.count == 24)
    }

    @Test func aStaleViewIsRefused() async throws {
        let folder = try Folder()
        let nodes = try await proposed(folder)
        func own() async throws -> String {
            let page = try await nodes.done("430000", .settlement(.show(agreement: Self.agreement, period: "2021-04")))
            return try #require((page["settlement"] as? [String: Any])?["own_digest"] as? String)
        }
        let read = try await own()
        let size = await (try nodes.node("430000")).docket.settlements.acceptances.count
        // Meanwhile a reading arrives that makes the month class 劣Ⅴ.
        let csv = """
            断面,监测时间,状态,pH,DO,codmn,nh3n,tp
            里耶镇,2021-04-02 08:00,正常,7.6,8.8,99,0.02,0.04

            """
        try await nodes.done("500000", .importReadings(LocalNode.file("late.csv", Array(csv.utf8))))
        try await nodes.exchange()
        let stale = try await nodes.perform("430000", accept(read))
        #expect(stale.exitCode == ExitCode.integrity)
        #expect(stale.errors.contains("look again"))
        let object = OperatorCommand.settlement(
            .object(
                agreement: Self.agreement, period: "2021-04", .init(place: "x", words: "y", digest: read), dryRun: false
            ))
        #expect(try await nodes.perform("430000", object).exitCode == ExitCode.integrity)
        #expect(await (try nodes.node("430000")).docket.settlements.acceptances.count == size)
        let now = try await own()
        #expect(now != read)
        #expect(try await nodes.perform("430000", accept(now)).exitCode == 0)
    }

    @Test func anAmountThatDoesNotMatchIsRefused() async throws {
        let folder = try Folder()
        let nodes = try await proposed(folder)
        for (amount, code) in [
            ("40.0001万元", ExitCode.integrity), ("399999.99元", ExitCode.integrity), ("4000000 yuan", ExitCode.integrity),
            ("forty", ExitCode.inputRefused), ("", ExitCode.inputRefused), ("0.001元", ExitCode.inputRefused),
            // 元 and 万元 are easily taken for one another.
            ("400000", ExitCode.inputRefused),
        ] {
            #expect(try await nodes.perform("430000", accept(nil, amount)).exitCode == code, "\(amount)")
        }
        for amount in ["400,000.00元", "40万元", "40 万元", "400000 yuan", "40000000fen", "40000000 分"] {
            let outcome = try await nodes.perform("430000", accept(nil, amount, dryRun: true))
            #expect(outcome.exitCode == 0, "\(amount) \(outcome.errors)")
            #expect(outcome.output.contains("\"kind\":\"acceptance\""))
        }
        // Nothing of all this was written.
        #expect(await (try nodes.node("430000")).docket.settlements.acceptances.isEmpty)
        #expect(try await nodes.perform("430000", accept(nil, "400000元")).exitCode == 0)
    }

    /// The policy of one agreement differs from the node's; the window is the node's where the agreement has none.
    @Test func policyAndWindowAreConfigured() async throws {
        let folder = try Folder()
        try Data("holidays: [2021-05-20]\nworkdays: [2021-05-08]\n".utf8).write(
            to: folder.url.appending(path: "calendar.yaml"))
        let nodes = try await proposed(
            folder,
            settlements:
                "{proposing: automatic, accepting: operator, objection_working_days: 15, "
                + "calendar: ../calendar.yaml, agreements: {youshui-2019: {proposing: operator}}}")
        func conditions(_ code: String) async throws -> [String] {
            let status = try await nodes.done(code, .status(check: false))
            let conditions = try #require(status["conditions"] as? [[String: Any]])
            return conditions.compactMap { $0["code"] as? String }.filter { $0.hasPrefix("SET") }
        }
        #expect(try await nodes.states(at: "430000") == ["2021-04 computable"])
        #expect(try await conditions("430000") == ["SET-07"])
        try await nodes.done("500000", .propose(agreement: Self.agreement, period: "2021-04"))
        try await nodes.exchange()
        #expect(try await conditions("430000").sorted() == ["SET-02", "SET-07"])
        func by() async throws -> [String] {
            let list = try await nodes.done("430000", .settlements)["settlements"] as? [[String: Any]]
            let duties = try #require(list?.first?["must_act"] as? [[String: Any]])
            return duties.map { "\($0["party"] ?? "") \($0["act"] ?? "") \($0["by"] ?? "-") \($0["overdue"] ?? "-")" }
        }
        // Fifteen working days after 6 May, with 8 May worked and 20 May free: 27 May.
        #expect(try await by() == ["430000 propose - -", "430000 answer 2021-05-27 0"])
        try nodes.setClock("2021-05-25T09:00:00+08:00")
        #expect(try await conditions("430000").sorted() == ["SET-02", "SET-06", "SET-07"])
        try nodes.setClock("2021-05-28T00:00:00+08:00")
        #expect(try await conditions("430000").sorted() == ["SET-02", "SET-05", "SET-07"])
        #expect(try await by() == ["430000 propose - -", "430000 answer 2021-05-27 1"])
        #expect(try await nodes.states(at: "430000") == ["2021-04 proposed"])
    }
}
