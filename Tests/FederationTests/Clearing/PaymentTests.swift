import Compensation
import Federation
import Testing
import TransparencyLog

/// What becomes of a clearing: paid, paid in part, late, collected by force, replaced, and what does not count.
@Suite struct PaymentTests {
    private static let upstream = "500118"
    private static let downstream = "500116"
    private static let section = "500118-ciba"

    /// 渝财环〔2023〕33号, the table of case C1 for the baseline Ⅲ: 1 million yuan a month for a class, 2 million for two.
    private static let scheme = """
        # 临江河

        ```tongzhou
        scheme linjiang-2023
        title "临江河" "Linjiang"
        party 永川区 "Yongchuan" = 500118
        party 江津区 "Jiangjin" = 500116
        section 茨坝 "Ciba" = 500118-ciba river
        period month
        valid from 2023-01 to 2025-12
        let 月均值 "means" = mean of readings at 茨坝 where status is normal
        let 月类别 "class" = class of 月均值 by CODMn, NH3-N, TP
        pay 月补偿 "compensation"
          when missing 月类别: nothing
          when 月类别 <= Ⅰ: 江津区 pays 永川区 200 万元
          when 月类别 = Ⅱ: 江津区 pays 永川区 100 万元
          when 月类别 = Ⅲ: nothing
          when 月类别 = Ⅳ: 永川区 pays 江津区 100 万元
          otherwise: 永川区 pays 江津区 200 万元
        ```
        """

    /// Case C2: Ⅱ Ⅱ Ⅲ Ⅳ Ⅰ Ⅲ Ⅱ Ⅴ Ⅲ Ⅱ Ⅲ Ⅱ.
    private static let codmn = ["3", "3", "5", "8", "1", "5", "3", "12", "5", "3", "5", "3"]

    private static func day(_ month: Int) -> String { "2023-\(month < 10 ? "0" : "")\(month)-15" }

    /// The year settled, with months left out.
    private static func settled(
        without missing: [Int] = [], duties: AgreementDuties = AgreementDuties()
    ) throws -> MoneyWorld {
        var world = try MoneyWorld(scheme, at: "2023-01-05T09:00:00+08:00", duties: duties)
        try world.register(section, river: "临江河")
        for (index, value) in codmn.enumerated() where !missing.contains(index + 1) {
            try world.read(section, day(index + 1), codmn: value)
        }
        try world.settle(at: "2024-01-10T09:00:00+08:00")
        return world
    }

    private static func cleared(
        _ duties: AgreementDuties = AgreementDuties()
    ) throws -> (world: MoneyWorld, clearing: EntryReference) {
        var world = try settled(duties: duties)
        let clearing = try world.clear("2023")
        return (world, clearing)
    }

    private static func item(_ clearing: EntryReference, _ wan: Int64) throws -> PaymentItem {
        PaymentItem(clearing: clearing, year: try EntryVectors.period("2023"), amount: Fen(wan * 1_000_000))
    }

    private static func conditions(_ world: MoneyWorld, _ code: String) throws -> [String] {
        let (desk, me) = (try world.desk(), try EntryVectors.party(code))
        return try MoneyConditions(desk, me: me, isCentre: code == World.centre).all().map(\.code.rawValue)
    }

    @Test func aYearIsOnePayment() throws {
        let (world, _) = try Self.cleared()
        let found = try world.clearing("2023")
        #expect(found.records.first?.entry.settlements.count == 12)
        #expect(found.records.first?.entry.unsettled.isEmpty == true)
        #expect(
            MoneyWorld.lines(found.claims.map(\.transfer)) == ["\(Self.downstream) \(Self.upstream) \(400 * 1_000_000)"]
        )
        #expect(found.claims.first?.dueOn.text == "2024-02-09")
        #expect(!found.isDue)
        #expect(try Self.conditions(world, Self.downstream) == ["PAY-01"])
        #expect(try Self.conditions(world, Self.upstream).isEmpty)
    }

    /// Case C4: 4 million not paid in time become 4.4 million, passed on to the recipient.
    @Test func whatIsLateIsCollectedWithAnAddition() throws {
        var (world, clearing) = try Self.cleared()
        let (payer, payee) = (try EntryVectors.party(Self.downstream), try EntryVectors.party(Self.upstream))
        func deduction(_ overdue: Int64, _ surcharge: Int64) -> Entry {
            .forcedDeduction(
                ForcedDeductionEntry(
                    key: world.key, clearing: clearing, payer: payer, payee: payee, overdue: Fen(overdue),
                    surcharge: Fen(surcharge)))
        }
        world.world.now = try #require(Timestamp("2024-02-09T23:59:59+08:00"))
        try world.say(World.centre, deduction(400_000_000, 40_000_000))
        #expect(try world.money().forcedDeductions.map(\.isValid) == [false])
        #expect(try Self.conditions(world, Self.downstream) == ["CLR-03", "PAY-01"])

        world.world.now = try #require(Timestamp("2024-02-10T00:00:00+08:00"))
        for code in [Self.downstream, Self.upstream, World.centre] {
            #expect(try Self.conditions(world, code).contains("PAY-02"))
        }
        try world.say(World.centre, deduction(400_000_000, 39_999_999))
        try world.say(World.centre, deduction(400_000_001, 40_000_000))
        // A province may say so, and nothing follows.
        try world.say(Self.upstream, deduction(400_000_000, 40_000_000))
        #expect(try world.money().claims.first?.unpaid.count == 400_000_000)
        #expect(try Self.conditions(world, Self.downstream).filter { $0 == "CLR-03" }.count == 3)
        try world.say(World.centre, deduction(400_000_000, 40_000_000))
        // Said rightly, what was said wrongly before is passed over.
        #expect(try !Self.conditions(world, Self.downstream).contains("CLR-03"))
        let claim = try #require(try world.money().claims.first)
        #expect(claim.unpaid == .zero && claim.outstanding == .zero && claim.surcharges.count == 40_000_000)
        let account = try world.money().account(of: payee, try world.world.held().docket)
        #expect(account.received.count == 440_000_000)
        #expect(AgreementMoney.surcharge(on: Fen(5), ClearingTerms()) == Fen(1))
        #expect(AgreementMoney.surcharge(on: Fen(4), ClearingTerms()) == .zero)
        #expect(AgreementMoney.surcharge(on: Fen(.max), ClearingTerms()) == nil)
    }

    /// Collected twice, after it was paid, and with a part paid: no more than what was unpaid when the centre said so.
    @Test(
        arguments: [(0, 400, true), (400, 400, false), (150, 400, false), (150, 250, true)] as [(Int64, Int64, Bool)])
    func noMoreIsCollectedThanIsUnpaid(_ paid: Int64, _ wan: Int64, _ isValid: Bool) throws {
        var (world, clearing) = try Self.cleared()
        let deduction = Entry.forcedDeduction(
            ForcedDeductionEntry(
                key: world.key, clearing: clearing, payer: try EntryVectors.party(Self.downstream),
                payee: try EntryVectors.party(Self.upstream), overdue: Fen(wan * 1_000_000),
                surcharge: Fen(wan * 100_000)))
        if paid > 0 { try world.pay(Self.downstream, Self.upstream, "1号", [try Self.item(clearing, paid)]) }
        world.world.now = try #require(Timestamp("2024-03-01T09:00:00+08:00"))
        try world.say(World.centre, deduction)
        try world.say(World.centre, deduction)
        #expect(try world.money().forcedDeductions.map(\.isValid) == [isValid, false])
        #expect(try world.money().claims.map(\.unpaid.count) == [(400 - paid - (isValid ? wan : 0)) * 1_000_000])
        // To whom holds the agreement only what was owed counts; others have the centre's word.
        let year = try EntryVectors.period("2023")
        func standings(_ held: Held) throws -> [LedgerItem.Standing] {
            try held.book().items("长江流域", year).filter { $0.sort == .surcharge && $0.amount > .zero }.map(\.standing)
        }
        #expect(try standings(try world.world.held()) == [isValid ? .counts : .unfounded, .unfounded])
        let stranger = try world.world.held(short: [(Self.upstream, "money", 0), (Self.downstream, "money", 0)])
        #expect(try standings(stranger) == [.unchecked, .unchecked])
        let findings = try world.world.findings(Self.upstream).filter { $0.hasPrefix("surcharge-not-owed") }
        #expect(findings.count == (isValid ? 1 : 2))
        // A payment said afterwards takes nothing back.
        world.world.now = try #require(Timestamp("2024-03-02T09:00:00+08:00"))
        try world.pay(Self.downstream, Self.upstream, "2号", [try Self.item(clearing, 100)])
        #expect(try world.money().forcedDeductions.map(\.isValid) == [isValid, false])
    }

    /// A payment said wrongly is said again, until the payee has confirmed it; a project filed without its reason, too.
    @Test func whatWasSaidWronglyIsSaidAgain() throws {
        var (world, clearing) = try Self.cleared()
        let wrong = try world.pay(Self.downstream, Self.upstream, "1号", [try Self.item(clearing, 500)])
        #expect(try Self.conditions(world, Self.upstream).contains("PAY-04"))
        let right = try world.pay(
            Self.downstream, Self.upstream, "1号", [try Self.item(clearing, 400)], replacing: wrong)
        #expect(try world.money().payments.map(\.standing) == [.replaced(by: right), .counts])
        #expect(try world.money().claims.map(\.unpaid) == [.zero])
        #expect(try !Self.conditions(world, Self.upstream).contains("PAY-04"))
        try world.receive(Self.upstream, right, 400_000_000)
        try world.pay(Self.downstream, Self.upstream, "2号", [try Self.item(clearing, 1)], replacing: right)
        #expect(try world.money().payments.map(\.standing).last == .repeatedNumber(right))
        #expect(try world.money().claims.map(\.outstanding) == [.zero])

        func use(_ reason: String?, _ replaced: EntryReference? = nil) throws -> Entry {
            .fundUse(
                FundUseEntry(
                    key: world.key, project: "项目", purpose: "治理", river: "乌江", reason: reason,
                    amount: Fen(300_000_000), reportDue: try EntryVectors.period("2024-12-31"), replaces: replaced))
        }
        let first = try world.say(Self.upstream, try use(nil))
        #expect(try Self.conditions(world, Self.upstream).contains("FND-03"))
        try world.say(
            Self.upstream,
            .fundReport(FundReportEntry(key: world.key, use: first, spent: Fen(7), result: "施工中")))
        let next = try world.say(Self.upstream, try use("应急", first))
        // What is filed no more is not replaced once more.
        try world.say(Self.upstream, try use("又", first))
        let held = try world.world.held()
        let account = try world.money().account(of: try EntryVectors.party(Self.upstream), held.docket)
        #expect(account.projects.map(\.record.reference) == [next] && account.planned.count == 300_000_000)
        #expect(account.spent.count == 7)
        #expect(try !Self.conditions(world, Self.upstream).contains("FND-03"))
    }

    @Test func partsAddUpAndReceiptsConfirm() throws {
        var (world, clearing) = try Self.cleared()
        let first = try world.pay(Self.downstream, Self.upstream, "津财〔2024〕1号", [try Self.item(clearing, 150)])
        var claim = try #require(try world.money().claims.first)
        #expect(claim.unpaid.count == 250_000_000 && claim.outstanding.count == 400_000_000)
        #expect(try Self.conditions(world, Self.upstream) == ["PAY-03"])
        // Not the payee's, not of the amount, not of that payment: nothing has arrived.
        try world.receive(Self.downstream, first, 150_000_000)
        try world.receive(Self.upstream, first, 149_999_999)
        try world.receive(
            Self.upstream, EntryReference(log: first.log, index: first.index + 7), 150_000_000)
        claim = try #require(try world.money().claims.first)
        #expect(claim.outstanding.count == 400_000_000)
        try world.receive(Self.upstream, first, 150_000_000)
        try world.receive(Self.upstream, first, 150_000_000)
        claim = try #require(try world.money().claims.first)
        #expect(claim.unpaid.count == 250_000_000 && claim.outstanding.count == 250_000_000)
        let rest = try world.pay(Self.downstream, Self.upstream, "津财〔2024〕2号", [try Self.item(clearing, 250)])
        try world.receive(Self.upstream, rest, 250_000_000)
        claim = try #require(try world.money().claims.first)
        #expect(claim.unpaid == .zero && claim.outstanding == .zero)
        #expect(try Self.conditions(world, Self.downstream).isEmpty)
    }

    @Test func whatDoesNotFitIsNotCounted() throws {
        var (world, clearing) = try Self.cleared()
        try world.pay(Self.downstream, Self.upstream, "津财〔2024〕1号", [try Self.item(clearing, 100)])
        try world.pay(Self.downstream, Self.upstream, "津财〔2024〕1号", [try Self.item(clearing, 100)])
        // The other direction, and a clearing that is something else.
        try world.pay(Self.upstream, Self.downstream, "永财〔2024〕1号", [try Self.item(clearing, 100)])
        let other = EntryReference(log: clearing.log, index: 0)
        try world.pay(Self.downstream, Self.upstream, "津财〔2024〕2号", [try Self.item(other, 100)])
        let unknown = EntryReference(log: clearing.log, index: clearing.index + 1)
        try world.pay(Self.downstream, Self.upstream, "津财〔2024〕3号", [try Self.item(unknown, 100)])
        // Said by somebody in another's name.
        let money = try world.money()
        let standings = money.payments.map { "\($0.entry.statementNumber) \($0.standing)" }
        #expect(money.payments.count == 5)
        #expect(money.payments.filter { $0.standing == .counts }.count == 1)
        #expect(money.payments.filter { $0.standing == .unknownClaim }.count == 2, "\(standings)")
        #expect(money.payments.filter { $0.standing == .waits }.count == 1, "\(standings)")
        #expect(money.claims.first?.unpaid.count == 300_000_000)
        #expect(try Self.conditions(world, World.centre).filter { $0 == "PAY-04" }.count == 3)
        try world.pay(Self.downstream, Self.upstream, "津财〔2024〕4号", [try Self.item(clearing, 301)])
        #expect(try world.money().claims.first?.unpaid.count == -1_000_000)
        #expect(try Self.conditions(world, Self.upstream).filter { $0 == "PAY-04" }.count == 4)
    }

    /// Days and percentage are the agreement's; where it says nothing, 30 and 10.
    @Test func theAgreementSaysUntilWhenAndHowMuch() throws {
        var duties = AgreementDuties()
        duties.paymentDays = 10
        duties.surchargePercent = 5
        let (world, _) = try Self.cleared(duties)
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
        var (world, clearing) = try Self.cleared(duties)
        let offer = try world.say(
            Self.downstream,
            .inKind(
                InKindEntry(
                    key: world.key, clearing: clearing, payer: try EntryVectors.party(Self.downstream),
                    payee: try EntryVectors.party(Self.upstream), form: .training, description: "培训",
                    value: Fen(120_000_000), replaces: Fen(100_000_000))))
        let acceptance = Entry.inKindAcceptance(InKindAcceptanceEntry(key: world.key, offer: offer))
        guard isAllowed else {
            try world.say(Self.upstream, acceptance)
            #expect(try world.money().claims.first?.unpaid.count == 400_000_000)
            #expect(try world.money().offers.map(\.counts) == [false])
            return
        }
        #expect(try Self.conditions(world, Self.upstream) == ["PAY-05"])
        try world.say(Self.downstream, acceptance)
        #expect(try world.money().claims.first?.unpaid.count == 400_000_000)
        try world.say(Self.upstream, acceptance)
        #expect(try world.money().claims.first?.unpaid.count == 300_000_000)
        #expect(try world.money().claims.first?.outstanding.count == 300_000_000)
    }

    /// An unsettled month is named; what is settled later is cleared by a clearing of its own.
    @Test func whatIsSettledLateIsClearedLater() throws {
        var world = try Self.settled(without: [8])
        #expect(try world.clearing("2023").next?.unsettled.map(\.text) == ["2023-08"])
        #expect(try !world.clearing("2023").isComplete)
        try world.clear("2023")
        #expect(try world.clearing("2023").claims.map(\.transfer.amount.count) == [600_000_000])
        try world.read(Self.section, Self.day(8), codmn: "12")
        try world.settle(at: "2024-02-10T09:00:00+08:00")
        #expect(try world.clearing("2023").isDue && world.clearing("2023").isComplete)
        try world.clear("2023")
        let found = try world.clearing("2023")
        #expect(found.records.map(\.entry.number) == [1, 2] && !found.isDue)
        #expect(found.records.allSatisfy { $0.standing == .stands })
        #expect(
            MoneyWorld.lines(found.claims.map(\.transfer)) == [
                "\(Self.downstream) \(Self.upstream) \(600 * 1_000_000)",
                "\(Self.upstream) \(Self.downstream) \(200 * 1_000_000)",
            ])
    }

    /// A correction after the clearing: the cleared settlement stays, the adjustment is cleared by itself.
    @Test func anAdjustmentIsClearedLater() throws {
        var (world, _) = try Self.cleared()
        func content(_ codmn: String) throws -> ReadingContent {
            try EntryVectors.content(
                "\(Self.day(3))T08:00+08:00", .normal,
                [(.permanganateIndex, codmn), (.ammoniaNitrogen, "0.02"), (.totalPhosphorus, "0.01")])
        }
        let change = try #require(ReadingChange(old: try content("5"), new: try content("8")))
        let correction = try world.world.say(
            Self.downstream, "common",
            .readingsCorrection(
                ReadingsCorrectionEntry(
                    section: try #require(SectionID(Self.section)), source: "cnemc", reason: "误读", rows: [change])))
        try world.world.say(
            Self.upstream, "common", .readingsEndorsement(ReadingsEndorsementEntry(correction: correction)))
        try world.settle(at: "2024-03-01T09:00:00+08:00")
        #expect(try world.clearing("2023").isDue)
        try world.clear("2023")
        let found = try world.clearing("2023")
        #expect(found.records.map(\.standing) == [.stands, .stands])
        #expect(found.records.last?.entry.settlements.map(\.period.text) == ["2023-03"])
        #expect(found.records.last?.entry.unsettled.isEmpty == true)
        #expect(
            MoneyWorld.lines(found.claims.map(\.transfer)) == [
                "\(Self.downstream) \(Self.upstream) \(400 * 1_000_000)",
                "\(Self.upstream) \(Self.downstream) \(100 * 1_000_000)",
            ])
    }

    /// What the centre says instead of what follows binds nobody, and the right clearing can still be said.
    @Test func aFalseClearingIsSeenByEverybody() throws {
        var world = try Self.settled()
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
        try world.say(Self.upstream, .clearing(next))
        #expect(try world.clearing("2023").records.map(\.standing) == wrong.map { .differs($0.1) })
        #expect(try world.money().claims.isEmpty)
        #expect(try Self.conditions(world, Self.upstream) == Array(repeating: "CLR-01", count: wrong.count))
        try world.clear("2023")
        #expect(try world.clearing("2023").records.last?.standing == .stands)
        #expect(try world.money().claims.count == 1)
        // What was wrong stays on record and is passed over.
        #expect(try world.clearing("2023").wrong.isEmpty)
        #expect(try !Self.conditions(world, Self.upstream).contains("CLR-01"))
        // One that says too much when nothing is left to clear is passed over by an empty one.
        try world.say(World.centre, changed(number: 2))
        #expect(try world.clearing("2023").isDue && Self.conditions(world, Self.upstream).contains("CLR-01"))
        try world.clear("2023")
        #expect(try !world.clearing("2023").isDue && !Self.conditions(world, Self.upstream).contains("CLR-01"))
        #expect(try world.money().claims.count == 1)
        // A node that does not hold the parties' logs that far says so and judges nothing.
        let behind = try world.world.held(short: [(Self.upstream, "money", 3)])
        let seen = try #require(ClearingDesk(behind.docket, history: behind, now: world.world.now).agreements().first)
        guard case .waits = try #require(seen.clearings.last).standing else {
            Issue.record("judged without the record")
            return
        }
    }
}
