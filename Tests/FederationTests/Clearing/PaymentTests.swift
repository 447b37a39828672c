import Compensation
import Federation
import Testing
import TransparencyLog

/// What becomes of a clearing: paid, paid in part, late, collected by force, replaced, and what does not count.
@Suite struct PaymentTests {
    @Test func aYearIsOnePayment() throws {
        let (world, _) = try Linjiang.cleared()
        let found = try world.clearing("2023")
        #expect(found.records.first?.entry.settlements.count == 12)
        #expect(found.records.first?.entry.unsettled.isEmpty == true)
        #expect(
            MoneyWorld.lines(found.claims.map(\.transfer)) == [
                "\(Linjiang.downstream) \(Linjiang.upstream) \(400 * 1_000_000)"
            ]
        )
        #expect(found.claims.first?.dueOn.text == "2024-02-09")
        #expect(!found.isDue)
        #expect(try Linjiang.conditions(world, Linjiang.downstream) == ["PAY-01"])
        #expect(try Linjiang.conditions(world, Linjiang.upstream).isEmpty)
    }

    /// A payment said wrongly is said again, until the payee has confirmed it; a project filed without its reason, too.
    @Test func whatWasSaidWronglyIsSaidAgain() throws {
        var (world, clearing) = try Linjiang.cleared()
        let wrong = try world.pay(Linjiang.downstream, Linjiang.upstream, "1号", [try Linjiang.item(clearing, 500)])
        #expect(try Linjiang.conditions(world, Linjiang.upstream).contains("PAY-04"))
        let right = try world.pay(
            Linjiang.downstream, Linjiang.upstream, "1号", [try Linjiang.item(clearing, 400)], replacing: wrong)
        #expect(try world.money().payments.map(\.standing) == [.replaced(by: right), .counts])
        #expect(try world.money().claims.map(\.unpaid) == [.zero])
        #expect(try !Linjiang.conditions(world, Linjiang.upstream).contains("PAY-04"))
        try world.receive(Linjiang.upstream, right, 400_000_000)
        try world.pay(Linjiang.downstream, Linjiang.upstream, "2号", [try Linjiang.item(clearing, 1)], replacing: right)
        #expect(try world.money().payments.map(\.standing).last == .repeatedNumber(right))
        #expect(try world.money().claims.map(\.outstanding) == [.zero])

        func use(_ reason: String?, _ replaced: EntryReference? = nil) throws -> Entry {
            .fundUse(
                FundUseEntry(
                    key: world.key, project: "项目", purpose: "治理", river: "乌江", reason: reason,
                    amount: Fen(300_000_000), reportDue: try EntryVectors.period("2024-12-31"), replaces: replaced))
        }
        let first = try world.say(Linjiang.upstream, try use(nil))
        #expect(try Linjiang.conditions(world, Linjiang.upstream).contains("FND-03"))
        try world.say(
            Linjiang.upstream,
            .fundReport(FundReportEntry(key: world.key, use: first, spent: Fen(7), result: "施工中")))
        let next = try world.say(Linjiang.upstream, try use("应急", first))
        // What is filed no more is not replaced once more.
        try world.say(Linjiang.upstream, try use("又", first))
        let held = try world.world.held()
        let account = try world.money().account(of: try EntryVectors.party(Linjiang.upstream), held.docket)
        #expect(account.projects.map(\.record.reference) == [next] && account.planned.count == 300_000_000)
        #expect(account.spent.count == 7)
        #expect(try !Linjiang.conditions(world, Linjiang.upstream).contains("FND-03"))
    }

    @Test func partsAddUpAndReceiptsConfirm() throws {
        var (world, clearing) = try Linjiang.cleared()
        let first = try world.pay(
            Linjiang.downstream, Linjiang.upstream, "津财〔2024〕1号", [try Linjiang.item(clearing, 150)])
        var claim = try #require(try world.money().claims.first)
        #expect(claim.unpaid.count == 250_000_000 && claim.outstanding.count == 400_000_000)
        #expect(try Linjiang.conditions(world, Linjiang.upstream) == ["PAY-03"])
        // Not the payee's, not of the amount, not of that payment: nothing has arrived.
        try world.receive(Linjiang.downstream, first, 150_000_000)
        try world.receive(Linjiang.upstream, first, 149_999_999)
        try world.receive(
            Linjiang.upstream, EntryReference(log: first.log, index: first.index + 7), 150_000_000)
        claim = try #require(try world.money().claims.first)
        #expect(claim.outstanding.count == 400_000_000)
        try world.receive(Linjiang.upstream, first, 150_000_000)
        try world.receive(Linjiang.upstream, first, 150_000_000)
        claim = try #require(try world.money().claims.first)
        #expect(claim.unpaid.count == 250_000_000 && claim.outstanding.count == 250_000_000)
        let rest = try world.pay(
            Linjiang.downstream, Linjiang.upstream, "津财〔2024〕2号", [try Linjiang.item(clearing, 250)])
        try world.receive(Linjiang.upstream, rest, 250_000_000)
        claim = try #require(try world.money().claims.first)
        #expect(claim.unpaid == .zero && claim.outstanding == .zero)
        #expect(try Linjiang.conditions(world, Linjiang.downstream).isEmpty)
    }

    @Test func whatDoesNotFitIsNotCounted() throws {
        var (world, clearing) = try Linjiang.cleared()
        try world.pay(Linjiang.downstream, Linjiang.upstream, "津财〔2024〕1号", [try Linjiang.item(clearing, 100)])
        try world.pay(Linjiang.downstream, Linjiang.upstream, "津财〔2024〕1号", [try Linjiang.item(clearing, 100)])
        // The other direction, and a clearing that is something else.
        try world.pay(Linjiang.upstream, Linjiang.downstream, "永财〔2024〕1号", [try Linjiang.item(clearing, 100)])
        let other = EntryReference(log: clearing.log, index: 0)
        try world.pay(Linjiang.downstream, Linjiang.upstream, "津财〔2024〕2号", [try Linjiang.item(other, 100)])
        let unknown = EntryReference(log: clearing.log, index: clearing.index + 1)
        try world.pay(Linjiang.downstream, Linjiang.upstream, "津财〔2024〕3号", [try Linjiang.item(unknown, 100)])
        // Said by somebody in another's name.
        let money = try world.money()
        let standings = money.payments.map { "\($0.entry.statementNumber) \($0.standing)" }
        #expect(money.payments.count == 5)
        #expect(money.payments.filter { $0.standing == .counts }.count == 1)
        #expect(money.payments.filter { $0.standing == .unknownClaim }.count == 2, "\(standings)")
        #expect(money.payments.filter { $0.standing == .waits }.count == 1, "\(standings)")
        #expect(money.claims.first?.unpaid.count == 300_000_000)
        #expect(try Linjiang.conditions(world, World.centre).filter { $0 == "PAY-04" }.count == 3)
        try world.pay(Linjiang.downstream, Linjiang.upstream, "津财〔2024〕4号", [try Linjiang.item(clearing, 301)])
        #expect(try world.money().claims.first?.unpaid.count == -1_000_000)
        #expect(try Linjiang.conditions(world, Linjiang.upstream).filter { $0 == "PAY-04" }.count == 4)
    }

    /// Days and percentage are the agreement's; where it says nothing, 30 and 10.
    @Test func theAgreementSaysUntilWhenAndHowMuch() throws {
        var duties = AgreementDuties()
        duties.paymentDays = 10
        duties.surchargePercent = 5
        let (world, _) = try Linjiang.cleared(duties)
        #expect(try world.money().claims.map(\.dueOn.text) == ["2024-01-20"])
        #expect(AgreementMoney.surcharge(on: Fen(400_000_000), try world.money().rules) == Fen(20_000_000))
        let plain = ClearingTerms()
        #expect(plain.paymentDays == 30 && plain.surchargePercent == 10 && !plain.netsAcrossRivers)
    }

    @Test(arguments: [true, false])
    func anOfferInKindReplacesCashOnceAccepted(_ isAllowed: Bool) throws {
        var duties = AgreementDuties()
        duties.paymentDays = 30
        duties.allowsInKind = isAllowed
        var (world, clearing) = try Linjiang.cleared(duties)
        let offer = try world.say(
            Linjiang.downstream,
            .inKind(
                InKindEntry(
                    key: world.key, clearing: clearing, payer: try EntryVectors.party(Linjiang.downstream),
                    payee: try EntryVectors.party(Linjiang.upstream), form: .training, description: "培训",
                    value: Fen(120_000_000), replaces: Fen(100_000_000))))
        let acceptance = Entry.inKindAcceptance(InKindAcceptanceEntry(key: world.key, offer: offer))
        guard isAllowed else {
            try world.say(Linjiang.upstream, acceptance)
            #expect(try world.money().claims.first?.unpaid.count == 400_000_000)
            #expect(try world.money().offers.map(\.counts) == [false])
            return
        }
        #expect(try Linjiang.conditions(world, Linjiang.upstream) == ["PAY-05"])
        try world.say(Linjiang.downstream, acceptance)
        #expect(try world.money().claims.first?.unpaid.count == 400_000_000)
        try world.say(Linjiang.upstream, acceptance)
        #expect(try world.money().claims.first?.unpaid.count == 300_000_000)
        #expect(try world.money().claims.first?.outstanding.count == 300_000_000)
    }

    /// An unsettled month is named; what is settled later is cleared by a clearing of its own.
    @Test func whatIsSettledLateIsClearedLater() throws {
        var world = try Linjiang.settled(without: [8])
        #expect(try world.clearing("2023").next?.unsettled.map(\.text) == ["2023-08"])
        #expect(try !world.clearing("2023").isComplete)
        try world.clear("2023")
        #expect(try world.clearing("2023").claims.map(\.transfer.amount.count) == [600_000_000])
        try world.read(Linjiang.section, Linjiang.day(8), codmn: "12")
        try world.settle(at: "2024-02-10T09:00:00+08:00")
        #expect(try world.clearing("2023").isDue && world.clearing("2023").isComplete)
        try world.clear("2023")
        let found = try world.clearing("2023")
        #expect(found.records.map(\.entry.number) == [1, 2] && !found.isDue)
        #expect(found.records.allSatisfy { $0.standing == .stands })
        #expect(
            MoneyWorld.lines(found.claims.map(\.transfer)) == [
                "\(Linjiang.downstream) \(Linjiang.upstream) \(600 * 1_000_000)",
                "\(Linjiang.upstream) \(Linjiang.downstream) \(200 * 1_000_000)",
            ])
    }

    /// A correction after the clearing: the cleared settlement stays, the adjustment is cleared by itself.
    @Test func anAdjustmentIsClearedLater() throws {
        var (world, _) = try Linjiang.cleared()
        try Linjiang.correctMarch(&world)
        #expect(try world.clearing("2023").isDue)
        try world.clear("2023")
        let found = try world.clearing("2023")
        #expect(found.records.map(\.standing) == [.stands, .stands])
        #expect(found.records.last?.entry.settlements.map(\.period.text) == ["2023-03"])
        #expect(found.records.last?.entry.unsettled.isEmpty == true)
        #expect(
            MoneyWorld.lines(found.claims.map(\.transfer)) == [
                "\(Linjiang.downstream) \(Linjiang.upstream) \(400 * 1_000_000)",
                "\(Linjiang.upstream) \(Linjiang.downstream) \(100 * 1_000_000)",
            ])
    }

    /// What the centre says instead of what follows binds nobody, and the right clearing can still be said.
    @Test func aFalseClearingIsSeenByEverybody() throws {
        var world = try Linjiang.settled()
        let next = try #require(try world.clearing("2023").next)
        func changed(
            number: Int? = nil, settlements: [ClearedSettlement]? = nil, unsettled: [Period]? = nil,
            transfers: [ClearingTransfer]? = nil, cut: [CutLog]? = nil, sections: [EntryReference] = []
        ) -> Entry {
            .clearing(
                ClearingEntry(
                    key: next.key, year: next.year, number: number ?? next.number, cut: cut ?? next.cut,
                    sections: sections,
                    settlements: settlements ?? next.settlements, unsettled: unsettled ?? next.unsettled,
                    advances: next.advances, transfers: transfers ?? next.transfers))
        }
        let transfer = try #require(next.transfers.first)
        let strange = CutLog(
            log: try World.origin(World.centre, "central"), size: 1,
            root: try #require(MerkleHash(hex: EntryVectors.empty)))
        // One that ends before what was accepted, and one that is another history.
        let first = try #require(next.cut.first)
        let log = try #require(world.world.logs.first { $0.origin == first.log })
        let short = log.head(3)
        let altered = CutLog(log: first.log, size: first.size - 1, root: strange.root)
        let verdict = EntryReference(log: try World.origin(World.centre, "central"), index: 0)
        let wrong: [(Entry, ClearingRecord.Difference)] = [
            (changed(number: 2), .number), (changed(settlements: Array(next.settlements.dropLast())), .settlements),
            (changed(unsettled: [try EntryVectors.period("2023-08")]), .unsettled),
            (changed(transfers: []), .transfers),
            (
                changed(transfers: [
                    ClearingTransfer(payer: transfer.payee, payee: transfer.payer, amount: transfer.amount)
                ]), .transfers
            ), (changed(cut: next.cut + [strange]), .cut), (changed(cut: []), .cut),
            (changed(cut: Array(next.cut.dropLast())), .cut), (changed(cut: [short] + next.cut.dropFirst()), .cut),
            (changed(cut: [altered] + next.cut.dropFirst()), .cut),
            (changed(sections: [verdict]), .sections),
        ]
        for (entry, _) in wrong { try world.say(World.centre, entry) }
        // The same words in a province's log are not a clearing.
        try world.say(Linjiang.upstream, .clearing(next))
        #expect(try world.clearing("2023").records.map(\.standing) == wrong.map { .differs($0.1) })
        #expect(try world.money().claims.isEmpty)
        #expect(try Linjiang.conditions(world, Linjiang.upstream) == Array(repeating: "CLR-01", count: wrong.count))
        try world.clear("2023")
        #expect(try world.clearing("2023").records.last?.standing == .stands)
        #expect(try world.money().claims.count == 1)
        // What was wrong stays on record and is passed over.
        #expect(try world.clearing("2023").wrong.isEmpty)
        #expect(try !Linjiang.conditions(world, Linjiang.upstream).contains("CLR-01"))
        // One that says too much when nothing is left to clear is passed over by an empty one.
        try world.say(World.centre, changed(number: 2))
        #expect(try world.clearing("2023").isDue && Linjiang.conditions(world, Linjiang.upstream).contains("CLR-01"))
        try world.clear("2023")
        #expect(try !world.clearing("2023").isDue && !Linjiang.conditions(world, Linjiang.upstream).contains("CLR-01"))
        #expect(try world.money().claims.count == 1)
        // A node that does not hold the parties' logs that far says so and judges nothing.
        let behind = try world.world.held(short: [(Linjiang.upstream, "money", 3)])
        let seen = try #require(ClearingDesk(behind.docket, history: behind, now: world.world.now).agreements().first)
        guard case .waits = try #require(seen.clearings.last).standing else {
            Issue.record("judged without the record")
            return
        }
    }
}
