import Foundation
import Testing

extension EndToEnd {
    /// The demonstrated year as anyone would run it, read afterwards without the program that told it.
    @Suite struct YearTests {
        private static let codes = ["530000", "520000", "510000", "500000", "430000", "100000"]

        /// What has been published, in 万元: agreement, payers, payee, years, amount, where.
        private static let published: [(String, [String], String, [String], Int, String)] = [
            (
                "chishui-2018", ["520000"], "530000", ["2018"], 2000,
                "https://www.mof.gov.cn/zhengwuxinxi/xinwenlianbo/yunnancaizhengxinxilianbo/201912/t20191210_3438953.htm"
            ),
            (
                "chishui-2018", ["510000"], "530000", ["2018"], 2000,
                "https://www.mof.gov.cn/zhengwuxinxi/xinwenlianbo/yunnancaizhengxinxilianbo/201912/t20191210_3438953.htm"
            ),
            (
                "chishui-2018", ["520000", "510000"], "530000", ["2018", "2019"], 8000,
                "https://www.ndrc.gov.cn/fggz/dqzx/stthdqzl/202112/t20211229_1310809.html"
            ),
            (
                "chishui-2018", ["520000", "510000"], "530000", ["2018", "2019", "2020"], 12000,
                "https://wcb.yn.gov.cn/html/2024/jianyitian_0603/3059766.html"
            ),
            (
                "chishui-2021", ["510000"], "530000", ["2021"], 3000, "四川省生态环境厅 2022 年度部门决算"
            ),
            (
                "chishui-2021", ["520000"], "530000", ["2024"], 3000,
                "https://sthj.guizhou.gov.cn/zwgk/zdlyxx/czzj/czyjs/202509/P020250901577061441585.pdf"
            ),
            (
                "youshui-2019", ["430000"], "500000", ["2019"], 480,
                "https://czt.hunan.gov.cn/czt/ztzl/jytabl_1/dfgk/zxta/202211/t20221123_29135631.html"
            ),
            (
                "youshui-2019", ["430000"], "500000", ["2020"], 480,
                "https://czt.hunan.gov.cn/czt/ztzl/jytabl_1/dfgk/zxta/202211/t20221123_29135631.html"
            ),
            (
                "youshui-2019", ["430000"], "500000", ["2022"], 480,
                "https://czj.cq.gov.cn/zwgk_268/zfxxgkml/zcwj/qtwj/202311/t20231102_12509342_wap.html"
            ),
        ]
        /// 渌水, second half of 2019 and 2020, without a node of Jiangxi:
        /// https://czt.hunan.gov.cn/czt/ztzl/jytabl_1/dfgk/zxta/202211/t20221123_29135631.html
        private static let lushui = [600, 1200]

        @Test func thePublishedPaymentsComeOutOfAYear() async throws {
            let began = Date()
            let demo = try DemoRun(language: "en", codes: Self.codes, options: ["--year", "--json"])
            let code = try await demo.process.end(within: .seconds(1800))
            try #require(code == 0, "\(demo.told)\(demo.errors)")
            let outcome = JSONAnswer(demo.told)
            #expect(outcome["holds"].flag == true && outcome["schema"].number == 1)
            let lushui = outcome["published"].list.filter { $0["river"].text == "渌水" }
            #expect(lushui.map { $0["computed_fen"].number } == Self.lushui.map { $0 * 1_000_000 })

            let central = try KeptLog.own("100000.tongzhou.test/central/1", in: "\(demo.folder)/100000").bodies
            for (agreement, payers, payee, years, amount, source) in Self.published {
                let transfers = central.filter {
                    $0["kind"].text == "clearing" && $0["agreement"].text == agreement
                        && years.contains($0["year"].text)
                }.flatMap { $0["transfers"].list }
                let owed = transfers.filter { payers.contains($0["payer"].text) && $0["payee"].text == payee }
                    .compactMap { $0["amount_fen"].number }
                #expect(owed.count == payers.count * years.count)
                #expect(owed.reduce(0, +) == amount * 1_000_000, "\(agreement) \(years): \(source)")
            }
            ledgerSumsToZero(central)
            try reportsAreDueNextYear(demo.folder, began)
            try await everyNodeAgrees(demo)
            for code in Self.codes { try await viewsAreRebuilt("\(demo.folder)/\(code)") }
        }

        /// The projects report by the end of the year after the one in which the demonstration ran, so that no run ever
        /// ends with a report that is overdue.
        private func reportsAreDueNextYear(_ folder: String, _ before: Date) throws {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = try #require(TimeZone(secondsFromGMT: 8 * 3600))
            let years = [before, Date()].map { calendar.component(.year, from: $0) }
            for (code, channel) in [("530000", "chishui"), ("500000", "youshui")] {
                let uses = try KeptLog.own("\(code).tongzhou.test/\(channel)/1", in: "\(folder)/\(code)").bodies
                    .filter { $0["kind"].text == "fund-use" }
                #expect(!uses.isEmpty, "\(code)")
                for use in uses {
                    #expect(years.map { "\($0 + 1)-12-31" }.contains(use["report_due"].text), "\(use)")
                }
            }
        }

        /// Rewards and deductions, line by line; the ministry's table of 2023 with its 9 321 on either side; 600 万元
        /// collected with 60 on top; seven months of levy at 100.
        private func ledgerSumsToZero(_ central: [JSONAnswer]) {
            func sum(_ kind: String, _ field: String = "amount_fen") -> Int {
                central.filter { $0["kind"].text == kind }.compactMap { $0[field].number }.reduce(0, +)
            }
            #expect(sum("reward") == sum("deduction") && sum("reward") > 0)
            let lines = central.filter { $0["kind"].text == "award" }.flatMap { $0["lines"].list }
                .compactMap { $0["amount_fen"].number }
            #expect(lines.reduce(0, +) == 0 && lines.filter { $0 > 0 }.reduce(0, +) == 9321 * 1_000_000)
            #expect(sum("forced-deduction", "overdue_fen") == 600 * 1_000_000)
            #expect(sum("forced-deduction", "surcharge_fen") == 60 * 1_000_000)
            #expect(central.filter { $0["kind"].text == "levy-charge" }.count == 7)
        }

        /// One digest per settlement at every node that sees it: two or three parties and the centre; no finding
        /// against the ledger anywhere, and no log sound and silent at one node but not at another.
        private func everyNodeAgrees(_ demo: DemoRun) async throws {
            var digests: [String: [String]] = [:]
            for code in Self.codes {
                let config = ["--json", "--config", "\(demo.folder)/\(code)/node.yaml"]
                for settlement in try await Run.done(["settlements"] + config).json["settlements"].list
                where ["recorded", "cleared", "paid"].contains(settlement["state"].text) {
                    // All of it has been cleared, and paid and confirmed or collected by force.
                    #expect(settlement["state"].text == "paid", "\(code): \(settlement)")
                    let name = "\(settlement["agreement"].text) \(settlement["period"].text)"
                    digests[name, default: []].append(settlement["own_digest"].text)
                }
                let ledger = try await Run.done(["ledger"] + config).json
                #expect(ledger["ledgers"].list.count == 7 && ledger["findings"].list.isEmpty, "\(code): \(ledger)")
                #expect(try await Run.done(["log", "verify"] + config).json["sound"].flag == true)
                // Everything has been filed, paid and reported, and the agreements of others are no business of this
                // node: it has stopped, and there is nothing else to look at.
                let conditions = try await Run.done(["status"] + config).json["conditions"].list
                #expect(conditions.map { $0["code"].text } == ["RUN-01"], "\(code): \(conditions)")
                #expect(demo.node(code) == nil, "\(code) is still running")
            }
            // 赤水河 five years, 酉水 four times twelve months, 濑溪河 twelve and one adjustment.
            #expect(digests.count == 5 + 48 + 13)
            for (name, found) in digests {
                let readers = name.hasPrefix("chishui") ? 4 : 3
                #expect(found.count == readers && Set(found).count == 1, "\(name): \(found)")
            }
        }

        private func viewsAreRebuilt(_ folder: String) async throws {
            // Any word of an operator brings the views level; there is nothing to endorse.
            let endorse = ["endorse", "--config", "\(folder)/node.yaml"]
            try await Run.done(endorse)
            let kept = try KeptViews.rows(in: folder)
            try KeptViews.remove(in: folder)
            try await Run.done(endorse)
            let rebuilt = try KeptViews.rows(in: folder)
            #expect(kept.count > 100 && rebuilt == kept, "\(folder)")
        }
    }
}
