import Compensation
import Federation
import Foundation
import Testing

@testable import NodeService

/// Golden cases C1 to C3, C6 and C7 with four districts' nodes and the centre: the plan of Chongqing of 2023
/// (渝财环〔2023〕33号), classes supplied as facts, exemptions by finance and environment.
@Suite struct GoldenDistrictTests {
    private static let annual = "chongqing-2023-annual"
    private static let classes = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"]
    /// C1, article 5 to 7 of the plan: base by class, in 万元 from downstream to upstream.
    private static let table: [(base: String, amounts: [Int])] = [
        ("Ⅰ", [0, -100, -200, -200, -200, -200]), ("Ⅱ", [100, 0, -100, -200, -200, -200]),
        ("Ⅲ", [200, 100, 0, -100, -200, -200]), ("Ⅳ", [200, 200, 100, 0, -100, -200]),
        ("Ⅴ", [200, 200, 200, 0, 0, -100]),
    ]
    /// C2: the months of one year, base Ⅲ.
    private static let months = ["Ⅱ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅰ", "Ⅲ", "Ⅱ", "Ⅴ", "Ⅲ", "Ⅱ", "Ⅲ", "Ⅱ"]

    private func nodes(_ folder: Folder) async throws -> RiverNodes {
        try await RiverNodes(["500116", "500118", "500120", "500000"], channel: "yuhuan", in: folder.url)
    }

    private func csv(_ rows: [(String, String)]) -> NamedFile {
        let text = "名称,参数,值\n" + rows.map { "月类别,\($0.0),\($0.1)\n" }.joined()
        return NamedFile(name: "classes.csv", bytes: Array(text.utf8))
    }

    private func month(_ year: Int, _ month: Int) -> String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    /// C1 and C7: five bases on two rivers in three years; every cell of the table is a step, every river its own line.
    @Test func theTableOfThePlan() async throws {
        let folder = try Folder()
        let nodes = try await nodes(folder)
        try await nodes.agree(
            try Repository.bytes("schemes/重庆-2023-年度清缴.md"), Self.annual, channel: "yuhuan")
        let sections = ["茨坝", "璧南河出境"]
        let upstream = ["500118", "500120"]
        var settled: [String] = []
        for year in 2023...2025 {
            try nodes.setClock("\(year + 1)-01-10T09:00:00+08:00")
            let rows = [2 * (year - 2023), 2 * (year - 2023) + 1].map { $0 < Self.table.count ? Self.table[$0] : nil }
            var classes: [(String, String)] = []
            for (section, row) in zip(sections, rows) where row != nil {
                for (place, name) in Self.classes.enumerated() {
                    classes.append(("\(section);\(month(year, place + 1))", name))
                }
            }
            let bases = zip(sections, rows).map { "补偿基准(\($0))=\($1?.base ?? "Ⅲ")" }
            try await nodes.agreeOnFacts(
                Self.annual, "\(year)", bases + ["双方各自缴纳=no"], file: csv(classes))
            let explained = try await nodes.done("500118", .explain(agreement: Self.annual, period: "\(year)"))
            let steps = try #require(explained["steps"] as? [[String: Any]])
            for (section, row) in zip(sections, rows) {
                for (place, expected) in (row?.amounts ?? []).enumerated() {
                    let name = "月补偿(\(section), \(month(year, place + 1)))"
                    let value = steps.first { $0["name"] as? String == name }?["value"] as? String
                    #expect(value == "\(expected) 万元", "\(name) base \(row?.base ?? "") class \(Self.classes[place])")
                }
            }
            try await nodes.settle(Self.annual, "\(year)")
            settled.append("\(year) recorded")
            // One line for each river, never one of their sum.
            let expected = zip(upstream, rows).compactMap { code, row -> String? in
                guard let sum = row?.amounts.reduce(0, +) else { return nil }
                return sum >= 0 ? "500116>\(code) \(sum)" : "\(code)>500116 \(-sum)"
            }
            for code in nodes.codes {
                #expect(try await nodes.transfers(Self.annual, "\(year)", at: code) == expected)
                #expect(try await nodes.states(at: code) == settled)
            }
        }
        // An advance without its river would be deducted from none.
        func advance(_ river: String?) async throws -> Int32 {
            let form = MoneyCommand.PaymentForm(
                agreement: Self.annual, year: "2025", payee: "500118", amount: "1万元", advance: "1万元",
                advanceYear: "2025", river: river, statement: "津财〔2025〕1号", paidOn: "2026-01-10", payerUnit: "江津区财政局",
                payeeUnit: "永川区财政局", treasury: "国库", memo: "补偿", budgetSubject: "2110302", economicSubject: "50299",
                fundSource: "一般公共预算", partial: false, dryRun: false)
            return try await nodes.perform("500116", .money(.payment(form))).exitCode
        }
        #expect(try await advance(nil) == ExitCode.inputRefused)
        #expect(try await advance("璧南河") == ExitCode.inputRefused)
        // Unregistered, a section is a river of its own.
        #expect(try await advance("500118-ciba") == 0)
    }

    /// C2 and C3: +400 for the year; +600 when August is exempted by both offices, and by nothing less.
    @Test func anExemptionNeedsFinanceAndEnvironment() async throws {
        let folder = try Folder()
        let nodes = try await nodes(folder)
        try await nodes.agree(
            try Repository.bytes("schemes/重庆-2023-年度清缴.md"), Self.annual, channel: "yuhuan")
        try nodes.setClock("2024-01-10T09:00:00+08:00")
        let rows = Self.months.enumerated().map { ("茨坝;\(month(2023, $0 + 1))", $1) }
        try await nodes.agreeOnFacts(
            Self.annual, "2023", ["补偿基准(茨坝)=Ⅲ", "补偿基准(璧南河出境)=Ⅲ", "双方各自缴纳=no"], file: csv(rows))
        func paid() async throws -> [String] {
            try await nodes.exchange()
            var seen: [[String]] = []
            for code in nodes.codes { seen.append(try await nodes.transfers(Self.annual, "2023", at: code)) }
            #expect(seen.allSatisfy { $0 == seen[0] })
            return seen[0]
        }
        #expect(try await paid() == ["500116>500118 400"])
        let form = SettlementCommand.ExemptionForm(
            agreement: Self.annual, period: "2023",
            facts: ["财政部门同意(茨坝,2023-08)", "生态环境部门同意(茨坝,2023-08)"], reason: "8 月洪水")
        let said = try await nodes.done("500118", .settlement(.requestExemption(form, dryRun: false)))
        let place = try #require((said["entries"] as? [String])?.first)
        #expect(try await paid() == ["500116>500118 400"])
        func decide(_ code: String, _ office: String) async throws -> Int32 {
            try await nodes.perform(
                code, .settlement(.decideExemption(place: place, office: office, refuse: false, dryRun: false))
            ).exitCode
        }
        #expect(try await decide("500118", "finance") == ExitCode.inputRefused)
        #expect(try await decide("500000", "environment") == ExitCode.inputRefused)
        #expect(try await decide(RiverNodes.centre, "weather") == ExitCode.inputRefused)
        #expect(try await decide(RiverNodes.centre, "environment") == 0)
        #expect(try await paid() == ["500116>500118 400"])
        #expect(try await decide(RiverNodes.centre, "finance") == 0)
        #expect(try await paid() == ["500116>500118 600"])
        try await nodes.settle(Self.annual, "2023")
        for code in nodes.codes { #expect(try await nodes.states(at: code) == ["2023 recorded"]) }
        // What was proposed names the two approvals it rests on.
        let proposals = try #require(
            try await nodes.done("500116", .settlement(.proposals(agreement: nil, period: nil)))["proposals"]
                as? [[String: Any]])
        #expect(proposals.count == 4)
        for proposal in proposals {
            let shown = try await nodes.done(
                "500116", .settlement(.proposal(place: try #require(proposal["place"] as? String))))
            let body = try #require(shown["proposal"] as? [String: Any])
            #expect((body["exemptions_applied"] as? [Any])?.count == 2)
        }
    }

    /// C6: the Binan's border is no assessment section; the nearest one on the river has target Ⅱ, which is the base.
    /// Class Ⅲ (permanganate index 5, GB 3838-2002) is then one class worse: upstream pays 100.
    @Test func theNearestAssessmentSectionIsTheBase() async throws {
        let folder = try Folder()
        let nodes = try await RiverNodes(
            ["500116", "500118", "500120", "500000", "500152"], channel: "yuhuan", in: folder.url)
        try await nodes.done(
            "500120",
            .addSection(
                .init(
                    id: "500120-binan-chujing", nameZh: "璧南河出境", nameEn: "Binan, border", aliases: [], river: "璧南河",
                    basin: "长江流域", bodyType: "river", controlLevel: "市控", upstream: "500120", downstream: "500116")))
        try await nodes.exchange(1)
        try await nodes.agree(try Repository.bytes("schemes/重庆-2023.md"), "chongqing-2023", channel: "yuhuan")
        try nodes.setClock("2023-03-06T09:00:00+08:00")
        let csv = """
            断面,监测时间,状态,pH,DO,codmn,nh3n,tp
            璧南河出境,2023-02-10 08:00,正常,7.6,8.8,5,0.1,0.05

            """
        try await nodes.done("500120", .importReadings(LocalNode.file("feb.csv", Array(csv.utf8), year: nil)))
        try await nodes.agreeOnFacts(
            "chongqing-2023", "2023-02",
            ["考核目标(茨坝)=Ⅲ", "考核目标(璧南河考核断面)=Ⅱ", "考核目标(临江河河口)=Ⅲ", "考核目标(涪江入境)=Ⅱ"])
        let explained = try await nodes.done("500116", .explain(agreement: "chongqing-2023", period: "2023-02"))
        let steps = try #require(explained["steps"] as? [[String: Any]])
        #expect(steps.first { $0["name"] as? String == "补偿基准(璧南河出境)" }?["value"] as? String == "Ⅱ")
        try await nodes.settle("chongqing-2023", "2023-02")
        for code in nodes.codes {
            #expect(try await nodes.transfers("chongqing-2023", "2023-02", at: code) == ["500120>500116 100"])
            #expect(try await nodes.states(at: code) == ["2023-02 recorded"])
        }
    }
}
