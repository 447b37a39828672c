import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

/// Logs arrive in any interleaving; what is owed, paid and spent is the same.
@Suite struct MoneyOrderTests {
    /// A year with a false clearing, the right one, payments that fit and do not, a collection, an offer, a division,
    /// projects and a report.
    private func story() throws -> World {
        var duties = AgreementDuties()
        duties.allowsInKind = true
        var world = try MoneyWorld(
            """
            # 河

            ```tongzhou
            scheme he-2023
            title "河" "River"
            party 甲 "A" = 110000
            party 乙 "B" = 130000
            section 断面 "section" = 110000-section river
            period quarter
            valid from 2023-Q1 to 2024-Q4
            let 均值 "means" = mean of readings at 断面 where status is normal
            let 类别 "class" = class of 均值 by CODMn, NH3-N, TP
            pay 补偿 "compensation"
              when missing 类别: nothing
              when 类别 <= Ⅱ: 甲 pays 乙 300 万元
              otherwise: 乙 pays 甲 100 万元
            ```
            """, at: "2023-01-05T09:00:00+08:00", duties: duties)
        try world.register("110000-section", river: "河")
        for (month, codmn) in [("02", "3"), ("05", "8"), ("08", "3"), ("11", "3")] {
            try world.read("110000-section", "2023-\(month)-15", codmn: codmn)
        }
        try world.settle(at: "2024-01-10T09:00:00+08:00")
        let (one, other) = (try EntryVectors.party("110000"), try EntryVectors.party("130000"))
        let year = try EntryVectors.period("2023")
        let next = try #require(try world.clearing("2023").next)
        try world.say(
            World.centre,
            .clearing(
                ClearingEntry(
                    key: next.key, year: year, number: 1, cut: next.cut, settlements: next.settlements, unsettled: [],
                    advances: [], transfers: [])))
        let clearing = try world.clear("2023")
        func part(_ fen: Int64) -> PaymentItem { PaymentItem(clearing: clearing, year: year, amount: Fen(fen)) }
        let paid = try world.pay("110000", "130000", "一", [part(100_000_000)])
        try world.pay("110000", "130000", "一", [part(50_000_000)])
        try world.receive("130000", paid, 100_000_000, on: "2024-02-01")
        try world.pay(
            "110000", "130000", "二", [PaymentItem(advanceFor: try EntryVectors.period("2024"), amount: Fen(7))])
        let offer = try world.say(
            "110000",
            .inKind(
                InKindEntry(
                    key: world.key, clearing: clearing, payer: one, payee: other, form: .training, description: "训",
                    value: Fen(300_000_000), replaces: Fen(300_000_000))))
        try world.say("130000", .inKindAcceptance(InKindAcceptanceEntry(key: world.key, offer: offer)))
        let share = SplitShare(party: one, name: "区", factor: 1, amount: Fen(100_000_000))
        for _ in 0..<2 {
            try world.say(
                "130000",
                .split(SplitEntry(key: world.key, payment: paid, amount: Fen(100_000_000), shares: [share])))
        }
        let use = try world.say(
            "130000",
            .fundUse(
                FundUseEntry(
                    key: world.key, project: "项目", purpose: "治理", river: "河", amount: Fen(90_000_000),
                    reportDue: try EntryVectors.period("2024-12-31"))))
        for spent: Int64 in [1, 2] {
            try world.say(
                "130000", .fundReport(FundReportEntry(key: world.key, use: use, spent: Fen(spent), result: "成")))
        }
        world.world.now = try #require(Timestamp("2024-06-01T09:00:00+08:00"))
        try world.collect(clearing, "110000", "130000", 400_000_000, 40_000_000)
        return world.world
    }

    private func lines(_ docket: Docket, _ world: World) throws -> [String] {
        let desk = ClearingDesk(docket, history: try world.held(), now: world.now)
        var lines: [String] = []
        for money in try desk.agreements() {
            lines += money.clearings.map { "clearing \($0.record.reference.text) \($0.standing)" }
            lines += money.claims.map { "claim \($0.transfer.amount.count) \($0.unpaid.count) \($0.outstanding.count)" }
            lines += money.payments.map { "payment \($0.reference.text) \($0.standing) \($0.receipt != nil)" }
            lines += money.offers.map { "offer \($0.reference.text) \($0.counts)" }
            lines += money.forcedDeductions.map { "forced \($0.record.reference.text) \($0.isValid)" }
            for account in money.accounts(docket) {
                lines.append("account \(account.party.text) \(account.received.count) \(account.spent.count)")
                lines += account.splits.map { "split \($0.reference.text)" }
            }
            lines += desk.cases(of: money).map { "case \($0.year.text) \($0.isDue) \($0.next?.transfers.count ?? -1)" }
        }
        let cases = SettlementDesk(docket, viewer: try EntryVectors.party("110000"), now: world.now).cases
        lines += zip(cases, try desk.settlementClearings(cases)).map { settlement, clearing in
            "settlement \(settlement.key.text) \((clearing?.state(of: settlement) ?? settlement.state).rawValue)"
        }
        for code in ["110000", "130000", World.centre] {
            let me = try EntryVectors.party(code)
            lines += try MoneyConditions(desk, me: me, isCentre: code == World.centre).all()
                .map { "\($0.code.rawValue) \($0.subject) \($0.detail)" }
        }
        return lines
    }

    @Test func everyInterleavingIsOneState() throws {
        let world = try story()
        let expected = try lines(try world.held().docket, world)
        for line in [
            "claim 800000000 0 0", "forced 100000.tongzhou.test/central/1#", "account 130000 540000000 2",
            "PAY-03 he-2023 二", "PAY-04 he-2023 一", "settlement he-2023 2023-Q1 paid",
            "settlement he-2023 2023-Q4 paid",
        ] {
            #expect(expected.contains { $0.hasPrefix(line) }, "\(line) in \(expected)")
        }
        #expect(expected.filter { $0.hasPrefix("split") }.count == 1)
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<25 {
            var docket = Docket(roster: world.roster)
            var done = world.logs.map { _ in 0 }
            while let place = done.indices.filter({ done[$0] < world.logs[$0].entries.count })
                .randomElement(using: &generator)
            {
                let log = world.logs[place]
                let end = min(log.entries.count, done[place] + Int.random(in: 1...4, using: &generator))
                docket.fold(Array(log.entries[done[place]..<end]), from: done[place], head: log.head(end))
                done[place] = end
            }
            #expect(try lines(docket, world) == expected)
        }
    }
}
