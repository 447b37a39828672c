import Compensation
import Federation
import Foundation
import Presentation
import Testing

@testable import NodeService

/// The money of a whole year between running nodes, by operators' commands: 酉水 2021, twelve months of class Ⅱ. Hunan
/// owes Chongqing 4.8 million yuan, as published for 2019, 2020 and 2022, divided in halves between Youyang and Xiushan.
@Suite struct MoneyStoryTests {
    private static let chongqing = "500000"
    private static let hunan = "430000"
    private static let centre = "100000"
    private static let agreement = "youshui-2019"
    private static let year = "2021"

    private static func settledYear(_ folder: Folder) async throws -> SeparateNodes {
        let prepared = folder.url.appending(path: "prepared")
        try await SeparateNodes.prepare(prepared)
        let nodes = try SeparateNodes(prepared, .wire, in: folder.url)
        try await SettlementStory.agree(nodes)
        for month in stride(from: 1, through: 12, by: 1) {
            try await SettlementStory.settle(month, nodes, codmn: "2.5")
        }
        nodes.clock.set(try #require(Timestamp("2022-03-01T09:00:00+08:00")))
        return nodes
    }

    private static func payment(
        _ amount: String, _ statement: String, advance: String? = nil, advanceYear: String = "2022",
        paidOn: String = "2022-03-20", partial: Bool = false, replaces: String? = nil, dryRun: Bool = false
    ) -> OperatorCommand {
        .money(
            .payment(
                MoneyCommand.PaymentForm(
                    agreement: agreement, year: year, payee: chongqing, amount: amount, advance: advance,
                    advanceYear: advance.map { _ in advanceYear }, river: nil, statement: statement,
                    paidOn: paidOn, payerUnit: "湖南省财政厅", payeeUnit: "重庆市财政局", treasury: "国家金库重庆市分库",
                    memo: "1100999 酉水流域横向生态保护补偿资金", budgetSubject: "2110302 水体", economicSubject: "50299",
                    fundSource: "省级资金", partial: partial, replaces: replaces, dryRun: dryRun)))
    }

    private static func receipt(
        _ payment: String, _ amount: String, on day: String = "2022-03-25"
    ) -> OperatorCommand {
        .money(
            .receive(MoneyCommand.ReceiptForm(payment: payment, amount: amount, receivedOn: day, dryRun: false)))
    }

    private static func record(
        _ amount: String? = nil, year: String = year, partial: Bool = false, dryRun: Bool = false
    ) -> OperatorCommand {
        .money(
            .recordClearing(
                MoneyCommand.ClearingForm(
                    agreement: agreement, year: year, amount: amount, partial: partial, dryRun: dryRun)))
    }

    private static func claims(_ nodes: SeparateNodes, _ code: String) async throws -> [[String: Any]] {
        let list = try await nodes.done(code, .money(.payments(agreement: nil)))
        return try #require(list["claims"] as? [[String: Any]])
    }

    private static func conditions(_ nodes: SeparateNodes, _ code: String) async throws -> String {
        try await nodes.perform(code, .status(check: false)).output
    }

    private static func refused(
        _ nodes: SeparateNodes, _ code: String, _ command: OperatorCommand, _ exitCode: Int32, _ words: String
    ) async throws {
        let before = await (try nodes.node(code)).docket.heads
        let outcome = try await nodes.perform(code, command)
        #expect(outcome.exitCode == exitCode && outcome.errors.contains(words), "\(outcome)")
        #expect(await (try nodes.node(code)).docket.heads == before)
    }

    /// All twelve months in this state, at every node.
    private static func expect(
        _ state: String, _ nodes: SeparateNodes, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        for code in SeparateNodes.codes {
            let states = try await SettlementStory.states(nodes, at: code)
            #expect(states == Array(repeating: state, count: 12), "at \(code)", sourceLocation: sourceLocation)
        }
    }

    @Test func aYearFromClearingToTheLastReport() async throws {
        let folder = try Folder()
        let nodes = try await Self.settledYear(folder)
        #expect(try await Self.conditions(nodes, Self.centre).contains("CLR-02"))

        // The centre clears, once, what everybody computes.
        try await Self.refused(nodes, Self.hunan, Self.record(), ExitCode.inputRefused, "Only the centre")
        try await Self.refused(nodes, Self.centre, Self.record("400万元"), ExitCode.integrity, "4,800,000.00")
        try await Self.refused(nodes, Self.centre, Self.record(year: "2022"), ExitCode.inputRefused, "is not over")
        try await Self.refused(nodes, Self.centre, Self.record(year: "2031"), ExitCode.inputRefused, "not valid")
        let shown = try await nodes.done(Self.hunan, .money(.clearing(agreement: Self.agreement, year: Self.year)))
        let computed = try #require(shown["computed"] as? [[String: Any]])
        #expect(computed.first?["amount_fen"] as? Int == 480_000_000 && computed.count == 1)
        let dry = try await nodes.done(Self.centre, Self.record("480万元", dryRun: true))
        #expect((dry["entries"] as? [Any])?.isEmpty == true && (dry["writes"] as? [Any])?.count == 1)
        let cleared = try await nodes.done(Self.centre, Self.record("480万元"))
        #expect((cleared["entries"] as? [String])?.count == 1)
        try await Self.refused(nodes, Self.centre, Self.record(), ExitCode.inputRefused, "no settlement waits")
        try await nodes.exchange()
        #expect(try await Self.conditions(nodes, Self.hunan).contains("PAY-01"))
        try await Self.expect("cleared", nodes)

        // Not before the day has come, in China: 18 hours of the 19th by UTC are 2 hours of the 20th there.
        nodes.clock.set(try #require(Timestamp("2022-03-19T23:59:59+08:00")))
        try await Self.refused(
            nodes, Self.hunan, Self.payment("480万元", "湘财〔2022〕1号"), ExitCode.inputRefused,
            "2022-03-20 for --paid-on is after today, 2022-03-19")
        nodes.clock.set(try #require(Timestamp("2022-03-20T02:00:00+08:00")))
        // Paid in two parts; what does not fit is refused.
        try await Self.refused(
            nodes, Self.hunan, Self.payment("479万元", "湘财〔2022〕1号"), ExitCode.integrity, "4,800,000.00 yuan are unpaid")
        try await Self.refused(
            nodes, Self.hunan, Self.payment("481万元", "湘财〔2022〕1号", partial: true), ExitCode.integrity, "unpaid")
        try await Self.refused(
            nodes, Self.hunan, Self.payment("480", "湘财〔2022〕1号"), ExitCode.inputRefused, "write the unit")
        try await Self.refused(
            nodes, Self.chongqing, Self.receipt("湘财〔2022〕1号", "80万元"), ExitCode.inputRefused, "no payment")
        try await nodes.done(Self.hunan, Self.payment("80万元", "湘财〔2022〕1号", partial: true))
        try await Self.refused(
            nodes, Self.hunan, Self.payment("400万元", "湘财〔2022〕1号"), ExitCode.inputRefused, "one number, one payment")
        try await nodes.done(Self.hunan, Self.payment("400万元", "湘财〔2022〕2号"))
        try await nodes.exchange()
        #expect(try await Self.conditions(nodes, Self.chongqing).contains("PAY-03"))
        try await Self.expect("cleared", nodes)
        try await Self.refused(
            nodes, Self.hunan, Self.receipt("湘财〔2022〕1号", "80万元"), ExitCode.inputRefused, "not the payee")
        try await Self.refused(
            nodes, Self.chongqing, Self.receipt("湘财〔2022〕1号", "81万元"), ExitCode.integrity, "compare with the payer")
        try await Self.refused(
            nodes, Self.chongqing, Self.receipt("湘财〔2022〕1号", "80万元"), ExitCode.inputRefused,
            "2022-03-25 for --received-on is after today, 2022-03-20")
        nodes.clock.set(try #require(Timestamp("2022-03-25T09:00:00+08:00")))
        for (number, amount) in [("湘财〔2022〕1号", "80万元"), ("湘财〔2022〕2号", "400万元")] {
            try await nodes.done(Self.chongqing, Self.receipt(number, amount))
        }
        try await nodes.exchange()
        for code in SeparateNodes.codes {
            let claim = try #require(try await Self.claims(nodes, code).first)
            #expect(claim["received_fen"] as? Int == 480_000_000 && claim["outstanding_fen"] as? Int == 0)
        }
        try await Self.expect("paid", nodes)
        try await Self.notice(nodes)
        try await Self.useOfFunds(nodes)
    }

    /// The statement has what the real notice has.
    private static func notice(_ nodes: SeparateNodes) async throws {
        let desk = CommandDesk(node: try nodes.node(hunan), running: true)
        let text = await desk.perform(.money(.notice(payment: "湘财〔2022〕2号")), .zh, format: .table).output
        for words in [
            "湘财〔2022〕2号", "湖南省财政厅", "重庆市财政局", "人民币肆佰万元整", "¥4,000,000.00", "国家金库重庆市分库",
            "1100999 酉水流域横向生态保护补偿资金", "2110302 水体", "50299", "2022-03-25",
        ] {
            #expect(text.contains(words), "\(text)")
        }
    }

    /// What is cleared and what is paid in advance stand apart, the sum of them in figures and in capitals.
    private static func combinedNotice(_ nodes: SeparateNodes) async throws {
        let desk = CommandDesk(node: try nodes.node(hunan), running: true)
        let text = await desk.perform(.money(.notice(payment: "湘财〔2022〕1号")), .zh, format: .table).output
        for words in [
            "人民币壹佰捌拾万元整", "¥1,800,000.00", "2021 年度清算资金 80 万元", "2022 年度预拨资金 100 万元", "湖南省财政厅（湖南省）",
            "重庆市财政局（重庆市）",
        ] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
        let lines = text.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("付款单位") && $0.contains("湖南省") })
        #expect(lines.contains { $0.hasPrefix("收款单位") && $0.contains("重庆市") })
    }

    /// Case B6, and projects with their reports.
    private static func useOfFunds(_ nodes: SeparateNodes) async throws {
        func split(_ payment: String, _ shares: [String]) -> OperatorCommand {
            .money(.split(MoneyCommand.SplitForm(payment: payment, shares: shares, dryRun: false)))
        }
        try await refused(nodes, hunan, split("湘财〔2022〕2号", ["430000=湘:1"]), ExitCode.inputRefused, "confirmed")
        let divided = try await nodes.done(chongqing, split("湘财〔2022〕2号", ["500242=酉阳县:1", "500241=秀山县:1"]))
        #expect("\(divided)".contains("2,000,000.00"))
        let thirds = try await nodes.done(
            chongqing, split("湘财〔2022〕1号", ["500242=酉阳县:1", "500241=秀山县:1", "500243=彭水县:1"]))
        #expect("\(thirds)".contains("266,666.67") && "\(thirds)".contains("266,666.66"))
        try await refused(nodes, chongqing, split("湘财〔2022〕2号", ["500242=酉阳县:1"]), ExitCode.inputRefused, "already")

        func use(_ river: String, _ amount: String, _ reason: String? = nil) -> OperatorCommand {
            .money(
                .use(
                    MoneyCommand.UseForm(
                        agreement: agreement, project: "里耶上游治理", purpose: "污水处理", river: river, amount: amount,
                        reportDue: "2022-12-31", reason: reason, dryRun: false)))
        }
        nodes.clock.set(try #require(Timestamp("2022-04-25T09:00:00+08:00")))
        #expect(try await conditions(nodes, chongqing).contains("FND-01"))
        try await refused(nodes, chongqing, use("酉水", "480.01万元"), ExitCode.inputRefused, "not in a project")
        try await refused(nodes, chongqing, use("乌江", "80万元"), ExitCode.inputRefused, "--reason")
        try await nodes.done(chongqing, use("乌江", "80万元", "应急"))
        let project = try await nodes.done(chongqing, use("酉水", "400万元"))
        #expect(try await !conditions(nodes, chongqing).contains("FND-"))
        nodes.clock.set(try #require(Timestamp("2023-01-01T09:00:00+08:00")))
        #expect(try await conditions(nodes, chongqing).contains("FND-02"))
        let place = try #require((project["entries"] as? [String])?.first)
        func report(_ place: String, _ spent: String) -> OperatorCommand {
            .money(.report(MoneyCommand.ReportForm(project: place, spent: spent, result: "已完工", dryRun: false)))
        }
        try await refused(nodes, chongqing, report(place, "401万元"), ExitCode.inputRefused, "another project")
        try await refused(nodes, hunan, report(place, "1万元"), ExitCode.inputRefused, "no project")
        try await nodes.done(chongqing, report(place, "399万元"))
        try await nodes.exchange()
        let funds = try await nodes.done(hunan, .money(.funds))
        let account = try #require((funds["accounts"] as? [[String: Any]])?.first)
        #expect(account["received_fen"] as? Int == 480_000_000 && account["unplanned_fen"] as? Int == 0)
        #expect(account["spent_fen"] as? Int == 399_000_000 && account["unspent_fen"] as? Int == 81_000_000)
    }

    /// Case A15's way of paying, and the end of whoever does not pay (C4): an advance for 2022 travels with the clearing
    /// of 2021; a clearing that is not paid is collected with ten percent.
    @Test func oneTransferOrByForce() async throws {
        let folder = try Folder()
        let nodes = try await Self.settledYear(folder)
        try await nodes.done(Self.centre, Self.record())
        try await nodes.exchange()
        nodes.clock.set(try #require(Timestamp("2022-03-25T09:00:00+08:00")))
        // In advance only for a year of the agreement that has not been cleared.
        for (year, words) in [("2021", "has been cleared"), ("2050", "not valid in 2050")] {
            let payment = Self.payment("100万元", "湘财〔2022〕0号", advance: "100万元", advanceYear: year)
            try await Self.refused(nodes, Self.hunan, payment, ExitCode.inputRefused, words)
        }
        try await nodes.done(Self.hunan, Self.payment("180万元", "湘财〔2022〕1号", advance: "100万元", partial: true))
        try await nodes.exchange()
        try await Self.combinedNotice(nodes)
        func collection(_ amount: String) -> OperatorCommand {
            .money(
                .collect(
                    MoneyCommand.CollectionForm(
                        agreement: Self.agreement, year: Self.year, payer: Self.hunan, payee: Self.chongqing,
                        amount: amount, river: nil, dryRun: false)))
        }
        try await Self.refused(nodes, Self.centre, collection("400万元"), ExitCode.inputRefused, "nothing is overdue")
        nodes.clock.set(try #require(Timestamp("2022-05-01T09:00:00+08:00")))
        for code in SeparateNodes.codes {
            #expect(try await Self.conditions(nodes, code).contains("PAY-02"), "\(code)")
        }
        try await Self.refused(nodes, Self.hunan, collection("400万元"), ExitCode.inputRefused, "Only the centre")
        // The part that Hunan says it has paid and nobody has confirmed is owed again, until Chongqing confirms it.
        try await Self.refused(nodes, Self.centre, collection("400万元"), ExitCode.integrity, "4,800,000.00")
        for code in SeparateNodes.codes {
            let claim = try #require(try await Self.claims(nodes, code).first)
            #expect(claim["unpaid_fen"] as? Int == 480_000_000 && claim["unconfirmed_fen"] as? Int == 80_000_000)
            #expect(try await Self.conditions(nodes, code).contains("said paid, not confirmed 800,000.00"), "\(code)")
        }
        try await nodes.done(Self.chongqing, Self.receipt("湘财〔2022〕1号", "180万元"))
        try await nodes.exchange()
        try await Self.refused(nodes, Self.centre, collection("480万元"), ExitCode.integrity, "4,000,000.00")
        let collected = try await nodes.done(Self.centre, collection("400万元"))
        #expect("\(collected)".contains("4,400,000.00"))
        try await nodes.exchange()
        for code in SeparateNodes.codes {
            let claim = try #require(try await Self.claims(nodes, code).first)
            #expect(claim["unpaid_fen"] as? Int == 0 && claim["surcharge_fen"] as? Int == 40_000_000)
            #expect(try await !Self.conditions(nodes, code).contains("PAY-02"))
        }
        try await Self.collected(nodes, try #require((collected["entries"] as? [String])?.first))
    }

    /// What was collected has a statement, is divided like a payment, and by nobody but its recipient.
    private static func collected(_ nodes: SeparateNodes, _ place: String) async throws {
        for code in SeparateNodes.codes {
            let notice = try await nodes.done(code, .money(.notice(payment: place)))
            #expect(notice["total_fen"] as? Int == 440_000_000 && notice["valid"] as? Bool == true)
            #expect(notice["total_capitals"] as? String == "肆佰肆拾万元整" && notice["payer"] as? String == hunan)
        }
        let desk = CommandDesk(node: try nodes.node(hunan), running: true)
        let text = await desk.perform(.money(.notice(payment: place)), .zh, format: .table).output
        for words in ["中央节点强制收扣并转拨", "2022-05-01", "¥4,400,000.00", "¥400,000.00", "湖南省", "重庆市"] {
            #expect(text.contains(words), "\(text)")
        }
        let division = OperatorCommand.money(
            .split(MoneyCommand.SplitForm(payment: place, shares: ["500242=酉阳县:1", "500241=秀山县:1"], dryRun: false)))
        try await refused(nodes, hunan, division, ExitCode.inputRefused, "collected for it")
        #expect("\(try await nodes.done(chongqing, division))".contains("2,200,000.00"))
        try await refused(nodes, chongqing, division, ExitCode.inputRefused, "already")
        let listed = try await nodes.done(chongqing, .money(.splits))
        let split = try #require((listed["splits"] as? [[String: Any]])?.first)
        #expect(split["payment"] as? String == place && split["amount_fen"] as? Int == 440_000_000)
    }

    /// A year with two clearings, 400 000 yuan each: the notice of the first is said again, and is for the first again,
    /// although the second is the one that nothing was paid of.
    @Test func aPaymentIsSaidAgainForTheClearingItWasFor() async throws {
        let folder = try Folder()
        let prepared = folder.url.appending(path: "prepared")
        try await SeparateNodes.prepare(prepared)
        let nodes = try SeparateNodes(prepared, .wire, in: folder.url)
        try await SettlementStory.agree(nodes)
        try await SettlementStory.settle(1, nodes)
        nodes.clock.set(try #require(Timestamp("2022-03-01T09:00:00+08:00")))
        try await nodes.done(Self.centre, Self.record(partial: true))
        try await nodes.exchange()
        let paid = try await nodes.done(Self.hunan, Self.payment("40万元", "湘财〔2022〕1号", paidOn: "2022-03-01"))
        let place = try #require((paid["entries"] as? [String])?.first)
        try await SettlementStory.settle(3, nodes, at: "2022-03-02T09:00:00+08:00")
        try await nodes.done(Self.centre, Self.record(partial: true))
        try await nodes.exchange()
        func unpaid() async throws -> [Int?] {
            try await Self.claims(nodes, Self.hunan).map { $0["unpaid_fen"] as? Int }
        }
        #expect(try await unpaid() == [0, 40_000_000])
        func again(_ amount: String, _ number: String, of place: String, partial: Bool = false) -> OperatorCommand {
            Self.payment(amount, number, paidOn: "2022-03-02", partial: partial, replaces: place)
        }
        try await Self.refused(
            nodes, Self.hunan, again("41万元", "湘财〔2022〕1号", of: place), ExitCode.integrity, "400,000.00 yuan are unpaid")
        let said = try await nodes.done(
            Self.hunan, again("30万元", "湘财〔2022〕1号", of: place, partial: true))
        #expect(try await unpaid() == [10_000_000, 40_000_000])
        let next = try #require((said["entries"] as? [String])?.first)
        try await nodes.done(Self.hunan, again("40万元", "湘财〔2022〕1号", of: next))
        #expect(try await unpaid() == [0, 40_000_000])
        try await nodes.done(Self.hunan, Self.payment("40万元", "湘财〔2022〕2号", paidOn: "2022-03-02"))
        #expect(try await unpaid() == [0, 0])
    }

    /// 2022 is not settled under the text any more: nothing is taken in advance for it.
    @Test func noAdvanceForAYearThatIsNotSettled() async throws {
        let folder = try Folder()
        let prepared = folder.url.appending(path: "prepared")
        try await SeparateNodes.prepare(prepared)
        let nodes = try SeparateNodes(prepared, .wire, in: folder.url)
        try await SettlementStory.agree(nodes)
        nodes.clock.set(try #require(Timestamp("2022-03-20T09:00:00+08:00")))
        let advance = Self.payment("100万元", "湘财〔2022〕1号", advance: "100万元", dryRun: true)
        try await nodes.done(Self.hunan, advance)
        for code in [Self.hunan, Self.chongqing] {
            try await nodes.done(
                code,
                .agreement(
                    .end(
                        agreement: Self.agreement, digest: nil, lastPeriod: "2021-12", reason: "不再续", dryRun: false)))
            try await nodes.exchange()
        }
        try await Self.refused(nodes, Self.hunan, advance, ExitCode.inputRefused, "settles nothing of 2022")
    }
}
