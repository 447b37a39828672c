import Compensation
import Federation
import Testing
import TransparencyLog

/// 强制收扣: what is late and unpaid, by the cut that the centre names and on the day it says so.
@Suite struct ForcedDeductionTests {
    private static let full: Int64 = 400_000_000
    private static let addition: Int64 = 40_000_000
    private static let late = "2024-03-01T10:00:00+08:00"

    private static func set(_ world: inout MoneyWorld, _ now: String) throws {
        world.world.now = try #require(Timestamp(now))
    }

    private static func judged(_ world: MoneyWorld) throws -> [ForcedDeductionCase.Standing] {
        try world.money().forcedDeductions.map(\.standing)
    }

    /// Case C4: 4 million not paid in time become 4.4 million, passed on to the recipient.
    @Test func whatIsLateIsCollectedWithAnAddition() throws {
        var (world, clearing) = try Linjiang.cleared()
        func deduction(_ overdue: Int64, _ surcharge: Int64) throws -> Entry {
            try world.collection(clearing, Linjiang.downstream, Linjiang.upstream, overdue, surcharge)
        }
        try Self.set(&world, "2024-02-09T23:59:59+08:00")
        try world.say(World.centre, deduction(400_000_000, 40_000_000))
        #expect(try world.money().forcedDeductions.map(\.isValid) == [false])
        #expect(try Linjiang.conditions(world, Linjiang.downstream) == ["CLR-03", "PAY-01"])

        try Self.set(&world, "2024-02-10T00:00:00+08:00")
        for code in [Linjiang.downstream, Linjiang.upstream, World.centre] {
            #expect(try Linjiang.conditions(world, code).contains("PAY-02"))
        }
        try world.say(World.centre, deduction(400_000_000, 39_999_999))
        try world.say(World.centre, deduction(400_000_001, 40_000_000))
        // A province may say so, and nothing follows.
        try world.say(Linjiang.upstream, deduction(400_000_000, 40_000_000))
        #expect(try world.money().claims.first?.unpaid.count == 400_000_000)
        #expect(try Linjiang.conditions(world, Linjiang.downstream).filter { $0 == "CLR-03" }.count == 3)
        try world.say(World.centre, deduction(400_000_000, 40_000_000))
        // Said rightly, what was said wrongly before is passed over.
        #expect(try !Linjiang.conditions(world, Linjiang.downstream).contains("CLR-03"))
        let claim = try #require(try world.money().claims.first)
        #expect(claim.unpaid == .zero && claim.outstanding == .zero && claim.surcharges.count == 40_000_000)
        let payee = try EntryVectors.party(Linjiang.upstream)
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
        var (world, clearing) = try Linjiang.cleared()
        if paid > 0 {
            let payment = try world.pay(
                Linjiang.downstream, Linjiang.upstream, "1号", [try Linjiang.item(clearing, paid)])
            try world.receive(Linjiang.upstream, payment, paid * 1_000_000)
        }
        try Self.set(&world, Self.late)
        for _ in 0..<2 {
            try world.collect(clearing, Linjiang.downstream, Linjiang.upstream, wan * 1_000_000, wan * 100_000)
        }
        #expect(try world.money().forcedDeductions.map(\.isValid) == [isValid, false])
        #expect(try world.money().claims.map(\.unpaid.count) == [(400 - paid - (isValid ? wan : 0)) * 1_000_000])
        // To whom holds the agreement only what was owed counts; others have the centre's word.
        let year = try EntryVectors.period("2023")
        func standings(_ held: Held) throws -> [LedgerItem.Standing] {
            try held.book().items("长江流域", year).filter { $0.sort == .surcharge && $0.amount > .zero }.map(\.standing)
        }
        #expect(try standings(try world.world.held()) == [isValid ? .counts : .unfounded, .unfounded])
        let stranger = try world.world.held(short: [(Linjiang.upstream, "money", 0), (Linjiang.downstream, "money", 0)])
        #expect(try standings(stranger) == [.unchecked, .unchecked])
        let findings = try world.world.findings(Linjiang.upstream).filter { $0.hasPrefix("surcharge-not-owed") }
        #expect(findings.count == (isValid ? 1 : 2))
    }

    /// Said before the centre collects, while the link was down; said after it, with an earlier time of the payer's own
    /// clock. Neither lies in the cut, and neither takes back what was collected, confirmed or not.
    @Test(
        arguments: [("2024-03-01T09:59:00+08:00", false), ("2024-02-05T09:00:00+08:00", true)]
            as [(at: String, afterwards: Bool)], [true, false])
    func whatTheCutLacksChangesNothing(_ said: (at: String, afterwards: Bool), _ isConfirmed: Bool) throws {
        var (world, clearing) = try Linjiang.cleared()
        let cut = try world.cut()
        func pay(_ world: inout MoneyWorld) throws {
            try Self.set(&world, said.at)
            let payment = try world.pay(
                Linjiang.downstream, Linjiang.upstream, "1号", [try Linjiang.item(clearing, 400)])
            if isConfirmed { try world.receive(Linjiang.upstream, payment, Self.full) }
        }
        if !said.afterwards { try pay(&world) }
        try Self.set(&world, Self.late)
        try world.collect(
            clearing, Linjiang.downstream, Linjiang.upstream, Self.full, Self.addition, by: cut)
        if said.afterwards { try pay(&world) }
        try Self.set(&world, Self.late)
        #expect(try Self.judged(world) == [.counts])
        for code in [Linjiang.downstream, Linjiang.upstream, World.centre] {
            #expect(try !Linjiang.conditions(world, code).contains("CLR-03"))
            #expect(try !world.world.findings(code).contains { $0.hasPrefix("surcharge-not-owed") })
        }
        // Paid and collected: once too much, and everybody sees it.
        let isPaid = isConfirmed || !said.afterwards
        #expect(try world.money().claims.map(\.unpaid.count) == [isPaid ? -Self.full : 0])
        #expect(try Linjiang.conditions(world, Linjiang.upstream).contains("PAY-04") == isPaid)
    }

    /// The same payment inside the cut makes a mistake of the deduction.
    @Test func whatTheCutHasCounts() throws {
        var (world, clearing) = try Linjiang.cleared()
        try Self.set(&world, "2024-03-01T09:59:00+08:00")
        try world.pay(Linjiang.downstream, Linjiang.upstream, "1号", [try Linjiang.item(clearing, 400)])
        // The centre's clock is behind that of the payer: only the cut decides.
        try Self.set(&world, "2024-03-01T09:58:00+08:00")
        try world.collect(clearing, Linjiang.downstream, Linjiang.upstream, Self.full, Self.addition)
        #expect(try Self.judged(world) == [.differs])
        #expect(try Linjiang.conditions(world, Linjiang.upstream).contains("CLR-03"))
        #expect(try world.world.findings(Linjiang.upstream).contains { $0.hasPrefix("surcharge-not-owed") })
    }

    @Test(arguments: [true, false])
    func anOfferCountsFromTheAcceptanceInTheCut(_ isInCut: Bool) throws {
        var duties = AgreementDuties()
        duties.allowsInKind = true
        var (world, clearing) = try Linjiang.cleared(duties)
        let offer = try world.say(
            Linjiang.downstream,
            .inKind(
                InKindEntry(
                    key: world.key, clearing: clearing, payer: try EntryVectors.party(Linjiang.downstream),
                    payee: try EntryVectors.party(Linjiang.upstream), form: .training, description: "培训",
                    value: Fen(Self.full), replaces: Fen(Self.full))))
        let cut = try world.cut()
        try world.say(Linjiang.upstream, .inKindAcceptance(InKindAcceptanceEntry(key: world.key, offer: offer)))
        try Self.set(&world, Self.late)
        try world.collect(
            clearing, Linjiang.downstream, Linjiang.upstream, Self.full, Self.addition, by: isInCut ? nil : cut)
        #expect(try Self.judged(world) == [isInCut ? .differs : .counts])
    }

    /// Two in a row take what is left, and the centre does not go back behind what it has shown that it held.
    @Test func oneCollectionAfterAnother() throws {
        var (world, clearing) = try Linjiang.cleared()
        let cleared = try world.cut()
        try Self.set(&world, Self.late)
        let payment = try world.pay(Linjiang.downstream, Linjiang.upstream, "1号", [try Linjiang.item(clearing, 100)])
        try world.receive(Linjiang.upstream, payment, 100_000_000)
        func collect(_ wan: Int64, by cut: [CutLog]? = nil) throws {
            try world.collect(
                clearing, Linjiang.downstream, Linjiang.upstream, wan * 1_000_000, wan * 100_000, by: cut)
        }
        try collect(150)
        try collect(150, by: cleared)
        try collect(151)
        try collect(150)
        try collect(1)
        #expect(try Self.judged(world) == [.counts, .differs, .differs, .counts, .differs])
        let claim = try #require(try world.money().claims.first)
        #expect(claim.unpaid == .zero && claim.collected.count == 300_000_000 && claim.surcharges.count == 30_000_000)
    }

    /// A cut has the logs that a clearing's has, reaches over that clearing's and is the history that is held.
    @Test func aCutIsWholeAndTrue() throws {
        var (world, clearing) = try Linjiang.cleared()
        try Self.set(&world, Self.late)
        let cut = try world.cut()
        let first = try #require(cut.first)
        let rest = Array(cut.dropFirst())
        let empty = try #require(MerkleHash(hex: EntryVectors.empty))
        let log = try #require(world.world.logs.first { $0.origin == first.log })
        let central = CutLog(log: try World.origin(World.centre, "central"), size: 1, root: empty)
        let wrong = [
            [], Array(cut.dropLast()), cut + [central], [CutLog(log: first.log, size: first.size, root: empty)] + rest,
            [log.head(3)] + rest,
        ]
        for cut in wrong {
            try world.collect(clearing, Linjiang.downstream, Linjiang.upstream, Self.full, Self.addition, by: cut)
        }
        #expect(try Self.judged(world) == wrong.map { _ in .differs })
        // What is not held yet is not judged, nor what comes after it: how much is left is not known.
        let ahead = [CutLog(log: first.log, size: first.size + 1, root: empty)] + rest
        for cut in [ahead, cut] {
            try world.collect(clearing, Linjiang.downstream, Linjiang.upstream, Self.full, Self.addition, by: cut)
        }
        #expect(try Self.judged(world).suffix(2) == [.waits(first.log.text), .waits(first.log.text)])
        let said = try Linjiang.conditions(world, Linjiang.upstream)
        #expect(said.filter { $0 == "CLR-03" }.count == wrong.count && said.contains("PAY-02"))
        #expect(try world.money().claims.map(\.collected) == [.zero])
    }

    /// A payment that also names a clearing to come counts for nothing until there is one. What was collected meanwhile
    /// stays collected.
    @Test func aClearingSaidLaterUndoesNoCollection() throws {
        var world = try Linjiang.settled(without: [8])
        let clearing = try world.clear("2023")
        let owed: Int64 = 600_000_000
        func rest(_ world: inout MoneyWorld) throws -> EntryReference {
            try Self.set(&world, Self.late)
            try world.collect(clearing, Linjiang.downstream, Linjiang.upstream, owed, owed / 10)
            #expect(try Self.judged(world) == [.counts])
            try world.read(Linjiang.section, Linjiang.day(8), codmn: "3")
            try world.settle(at: "2024-03-10T09:00:00+08:00")
            return try world.clear("2023")
        }
        var trial = world
        let later = try rest(&trial)
        let items = [
            PaymentItem(clearing: clearing, year: try EntryVectors.period("2023"), amount: Fen(owed)),
            PaymentItem(clearing: later, year: try EntryVectors.period("2023"), amount: Fen(1)),
        ]
        let payment = try world.pay(Linjiang.downstream, Linjiang.upstream, "1号", items)
        try world.receive(Linjiang.upstream, payment, owed + 1)
        #expect(try rest(&world) == later)
        #expect(try world.money().payments.map(\.standing) == [.counts])
        #expect(try Self.judged(world) == [.counts])
    }
}
