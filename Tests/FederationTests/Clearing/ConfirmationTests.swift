import Compensation
import Federation
import Testing

/// A payment that its payee has not confirmed counts for some days only; then it is owed again, until it is confirmed.
@Suite struct ConfirmationTests {
    private static let full: Int64 = 400_000_000

    private static func cleared(_ days: Int? = nil) throws -> (world: MoneyWorld, clearing: EntryReference) {
        var duties = AgreementDuties()
        duties.confirmationDays = days
        return try Linjiang.cleared(duties)
    }

    private static func set(_ world: inout MoneyWorld, _ now: String) throws {
        world.world.now = try #require(Timestamp(now))
    }

    private static func claim(_ world: MoneyWorld) throws -> Claim { try #require(try world.money().claims.first) }

    @discardableResult
    private static func pay(
        _ world: inout MoneyWorld, _ clearing: EntryReference, _ number: String, on day: String? = nil,
        wan: Int64 = 400, replacing former: EntryReference? = nil
    ) throws -> EntryReference {
        try world.pay(
            Linjiang.downstream, Linjiang.upstream, number, [try Linjiang.item(clearing, wan)], on: day,
            replacing: former)
    }

    private static func isCollectable(_ world: MoneyWorld, _ clearing: EntryReference) throws -> Bool {
        var trial = world
        try trial.collect(clearing, Linjiang.downstream, Linjiang.upstream, full, full / 10)
        return try trial.money().forcedDeductions.map(\.isValid) == [true]
    }

    /// Due on 9 February, said paid on the 5th: ten days later it is owed, late and collectable. Five where the
    /// agreement says five.
    @Test(arguments: [(nil, "2024-02-15", "2024-02-16"), (5, "2024-02-10", "2024-02-11")] as [(Int?, String, String)])
    func aClaimedPaymentIsOwedAgain(_ days: Int?, _ last: String, _ next: String) throws {
        var (world, clearing) = try Self.cleared(days)
        try Self.set(&world, "2024-02-05T09:00:00+08:00")
        let payment = try Self.pay(&world, clearing, "1号")
        try Self.set(&world, "\(last)T23:59:59+08:00")
        #expect(try Self.claim(world).unpaid == .zero && Self.claim(world).unconfirmed == .zero)
        #expect(try Linjiang.conditions(world, Linjiang.downstream).isEmpty)
        #expect(try Linjiang.conditions(world, Linjiang.upstream) == ["PAY-03"])
        #expect(try !Self.isCollectable(world, clearing))

        try Self.set(&world, "\(next)T00:00:00+08:00")
        #expect(try Self.claim(world).unpaid.count == Self.full && Self.claim(world).unconfirmed.count == Self.full)
        #expect(try world.money().payments.map(\.isOwedAgain) == [true])
        for (code, expected) in [
            (Linjiang.downstream, ["PAY-02"]), (Linjiang.upstream, ["PAY-03", "PAY-02"]), (World.centre, ["PAY-02"]),
        ] {
            #expect(try Linjiang.conditions(world, code) == expected)
            let all = try MoneyConditions(
                world.desk(), me: EntryVectors.party(code), isCentre: code == World.centre
            ).all()
            #expect(all.last?.detail.contains("称已付而未确认 said paid, not confirmed 4,000,000.00") == true)
        }
        #expect(try Self.isCollectable(world, clearing))

        // Confirmed after all, and collected meanwhile: paid twice, and nothing is lost.
        var collected = world
        try collected.collect(clearing, Linjiang.downstream, Linjiang.upstream, Self.full, Self.full / 10)
        try collected.receive(Linjiang.upstream, payment, Self.full)
        #expect(
            try Self.claim(collected).unpaid.count == -Self.full && Self.claim(collected).received.count == Self.full)
        #expect(try collected.money().forcedDeductions.map(\.isValid) == [true])
        #expect(try Linjiang.conditions(collected, Linjiang.downstream) == ["PAY-04"])
        // Confirmed late and not collected: paid.
        try world.receive(Linjiang.upstream, payment, Self.full)
        #expect(try Self.claim(world).outstanding == .zero && Self.claim(world).unconfirmed == .zero)
        #expect(try !Self.isCollectable(world, clearing))
        #expect(try Linjiang.conditions(world, Linjiang.downstream).isEmpty)
    }

    /// Said again every ten days, under another number or in the place of the former: it stays owed, until the payee
    /// confirms one.
    @Test(arguments: [true, false])
    func sayingItAgainPutsNothingOff(_ isReplacing: Bool) throws {
        var (world, clearing) = try Self.cleared()
        try Self.set(&world, "2024-02-05T09:00:00+08:00")
        let first = try Self.pay(&world, clearing, "1号")
        if isReplacing { try Self.set(&world, "2024-02-14T09:00:00+08:00") }
        let again = try Self.pay(&world, clearing, "2号", replacing: isReplacing ? first : nil)
        try Self.set(&world, "2024-02-16T09:00:00+08:00")
        #expect(try Self.claim(world).unpaid.count == Self.full)
        let last = try Self.pay(&world, clearing, "3号", replacing: isReplacing ? again : nil)
        #expect(try Self.claim(world).unpaid.count == Self.full)
        #expect(try Self.isCollectable(world, clearing))
        try world.receive(Linjiang.upstream, last, Self.full)
        #expect(try Self.claim(world).unpaid == .zero && Self.claim(world).outstanding == .zero)
    }

    /// A wrong notice that is replaced and confirmed stands in nobody's way: the next part has days of its own.
    @Test func whatIsConfirmedLeavesDaysToTheNext() throws {
        var (world, clearing) = try Self.cleared()
        try Self.set(&world, "2024-01-12T09:00:00+08:00")
        let wrong = try Self.pay(&world, clearing, "1号", wan: 15)
        let right = try Self.pay(&world, clearing, "1号", wan: 150, replacing: wrong)
        try world.receive(Linjiang.upstream, right, 150_000_000)
        try Self.set(&world, "2024-02-08T09:00:00+08:00")
        try Self.pay(&world, clearing, "2号", wan: 250)
        try Self.set(&world, "2024-02-18T23:00:00+08:00")
        #expect(try Self.claim(world).unpaid == .zero && Self.claim(world).outstanding.count == 250_000_000)
        try Self.set(&world, "2024-02-19T00:00:00+08:00")
        #expect(try Self.claim(world).unpaid.count == 250_000_000)
    }

    /// Said to be paid on a day to come: not paid yet, and nothing is put off by it.
    @Test(arguments: ["2024-03-02", "9998-12-31"])
    func aDayToComeIsNoPayment(_ day: String) throws {
        var (world, clearing) = try Self.cleared()
        try Self.set(&world, "2024-03-01T09:00:00+08:00")
        try Self.pay(&world, clearing, "1号", on: day)
        #expect(try Self.claim(world).unpaid.count == Self.full && Self.isCollectable(world, clearing))
        try Self.pay(&world, clearing, "2号")
        #expect(try Self.claim(world).unpaid == .zero && Self.claim(world).unconfirmed.count == Self.full)
    }
}
