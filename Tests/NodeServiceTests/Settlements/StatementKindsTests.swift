import Compensation
import Foundation
import Presentation
import Testing

@testable import NodeService

/// 结算单 of every kind of settlement: who pays whom is the published outcome or the exact rule, the capitals are those
/// that cn2an writes for the same number.
@Suite struct StatementKindsTests {
    /// A line of a statement's table of amounts.
    private struct Line: Equatable {
        let payer: String
        let payee: String
        let fen: Int
    }

    private static func golden(_ name: String) throws -> GoldenRiver {
        try #require(GoldenRiver.all.first { $0.golden == name })
    }

    /// 人民币大写 by cn2an. It leaves 整 away after 角, where 《正确填写票据和结算凭证的基本规定》 (article 4) leaves that free.
    private static func capitals(_ fen: Int) throws -> String {
        let cents = fen % 100
        let yuan = "\(fen / 100).\(cents < 10 ? "0" : "")\(cents)"
        let script = "import cn2an, sys; sys.stdout.write(cn2an.an2cn(sys.argv[1], 'rmb'))"
        let written = String(decoding: try Program.output(Repository.python, ["-c", script, yuan]), as: UTF8.self)
        return written.hasSuffix("角") ? written + "整" : written
    }

    /// The table of amounts as JSON has it, after the printed one was found to say the same.
    private static func amounts(
        _ nodes: RiverNodes, _ agreement: String, _ period: String
    ) async throws -> (lines: [Line], text: String) {
        let command = OperatorCommand.settlement(.statement(agreement: agreement, period: period))
        let report = try await nodes.done(RiverNodes.centre, command)
        #expect(report["verified"] as? Bool == true, "\(agreement) \(period)")
        let text = await CommandDesk(node: try nodes.node(RiverNodes.centre), running: true)
            .perform(command, .zh, format: .table).output
        let lines = try (#require(report["amounts"] as? [[String: Any]])).map { amount -> Line in
            let line = Line(
                payer: amount["payer"] as? String ?? "", payee: amount["payee"] as? String ?? "",
                fen: amount["amount_fen"] as? Int ?? -1)
            let written = try capitals(line.fen)
            #expect(amount["amount_capitals"] as? String == written, "\(line)")
            let printed = text.split(separator: "\n").filter { row in
                guard let payer = row.firstRange(of: line.payer), let payee = row.firstRange(of: line.payee) else {
                    return false
                }
                return row.contains("人民币\(written)") && payer.lowerBound < payee.lowerBound
            }
            #expect(printed.count == 1, "\(line) \(written) in \(text)")
            return line
        }
        return (lines, text)
    }

    private static func expected(_ transfers: [String]) throws -> [Line] {
        try transfers.map { text in
            let match = try #require(text.wholeMatch(of: /(\d{6})>(\d{6}) (\d+)/))
            return Line(
                payer: String(match.1), payee: String(match.2), fen: try #require(Int(match.3)) * 1_000_000)
        }
    }

    @Test(
        "Two ways, nothing to pay, a deduction, parts and multiples of a standard",
        arguments: ["C10", "C11", "B1 B5", "C21"])
    func comesOutOnPaper(_ name: String) async throws {
        let golden = try Self.golden(name)
        let folder = try Folder()
        let nodes = try await RiverNodes.settled(golden, in: folder.url)
        let zero = try Self.capitals(0)
        for outcome in golden.outcomes {
            let (lines, text) = try await Self.amounts(nodes, golden.agreement, outcome.period)
            #expect(lines == (try Self.expected(outcome.transfers)), "\(outcome.period)")
            #expect(text.contains("无需支付") == outcome.transfers.isEmpty, "\(text)")
            #expect(text.contains("人民币\(zero)") == outcome.transfers.isEmpty, "\(text)")
        }
    }

    /// Half of 4 800 001.01 yuan: what cannot be halved falls to the county named first (article 3 of the scheme).
    @Test("Jiao and fen")
    func smallChange() async throws {
        var golden = try Self.golden("B6")
        golden.outcomes = [
            GoldenRiver.Outcome("2022", facts: ["收到资金=480.000101 万元"], [])
        ]
        let folder = try Folder()
        let nodes = try await RiverNodes.settled(golden, in: folder.url)
        let (lines, text) = try await Self.amounts(nodes, golden.agreement, "2022")
        #expect(
            lines == [
                Line(payer: "500000", payee: "500242", fen: 240_000_051),
                Line(payer: "500000", payee: "500241", fen: 240_000_050),
            ])
        #expect(text.contains("2,400,000.51") && text.contains("2,400,000.50"), "\(text)")
    }

    /// 2024-01 of 阊江 was settled as class Ⅰ: 江西 pays 安徽 150 万元. It was class Ⅲ, which turns 100 万元 the other way;
    /// the difference of both is what the adjustment pays.
    @Test("An adjustment pays the difference and says what it corrects")
    func adjustment() async throws {
        var golden = try Self.golden("C21")
        golden.outcomes = Array(golden.outcomes.prefix(1))
        let folder = try Folder()
        let nodes = try await RiverNodes.settled(golden, in: folder.url)
        try await nodes.agreeOnFacts(golden.agreement, "2024-01", ["阊江月类别=Ⅲ"])
        try await nodes.settle(golden.agreement, "2024-01+1")
        let (before, plain) = try await Self.amounts(nodes, golden.agreement, "2024-01")
        let (lines, text) = try await Self.amounts(nodes, golden.agreement, "2024-01+1")
        #expect(before == (try Self.expected(["360000>340000 150"])) && !plain.contains("差额"))
        #expect(lines == (try Self.expected(["340000>360000 250"])))
        let rows = text.split(separator: "\n")
        for (label, amount) in [
            ("此前已记账", "1,500,000.00"), ("全期现核算", "1,000,000.00"), ("差额（本单支付）", "2,500,000.00"),
        ] {
            #expect(rows.contains { $0.contains(label) && $0.contains(amount) }, "\(label) in \(text)")
        }
    }
}
