import Compensation
import Federation
import Testing
import TransparencyLog

/// After recording: cleared by a clearing that stands, and paid when nothing that it demands is outstanding.
@Suite struct SettlementClearingTests {
    private static let full: Int64 = 400_000_000

    private static func set(_ world: inout MoneyWorld, _ now: String) throws {
        world.world.now = try #require(Timestamp(now))
    }

    /// `2023-03+1 cleared`, one a settlement, as a node sees them that holds so much.
    private static func states(
        _ world: MoneyWorld, _ code: String = Linjiang.upstream, _ held: Held? = nil
    ) throws -> [String] {
        let held = try held ?? world.world.held()
        let cases = try world.world.cases(code, held)
        let clearings = try ClearingDesk(held.docket, history: held, now: world.world.now).settlementClearings(cases)
        return zip(cases, clearings).map { settlement, clearing in
            let state = clearing?.state(of: settlement) ?? settlement.state
            return "\(settlement.key.periodText) \(state.rawValue)"
        }
    }

    /// Every settlement of the year in this state, whoever looks.
    private static func expect(
        _ state: String, _ world: MoneyWorld, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let year = Linjiang.codmn.indices.map { "\(Linjiang.day($0 + 1).prefix(7)) \(state)" }
        for code in [Linjiang.downstream, Linjiang.upstream, World.centre] {
            #expect(try states(world, code) == year, "as \(code) sees it", sourceLocation: sourceLocation)
        }
    }

    /// `500116 pay 2024-02-09`: who has to act on every settlement of the year.
    private static func duties(_ world: MoneyWorld) throws -> [String] {
        let cases = try world.world.cases(Linjiang.upstream)
        let found = zip(cases, try world.desk().settlementClearings(cases)).map { settlement, clearing in
            (clearing?.duties(of: settlement) ?? []).map { duty in
                ([duty.party.text, duty.act.rawValue] + (duty.by.map { [$0.text] } ?? [])).joined(separator: " ")
            }
        }
        let first = try #require(found.first)
        #expect(found.count == 12 && found.allSatisfy { $0 == first }, "\(found)")
        return first
    }

    @discardableResult
    private static func pay(
        _ world: inout MoneyWorld, _ clearing: EntryReference, _ number: String, _ wan: Int64
    ) throws -> EntryReference {
        try world.pay(Linjiang.downstream, Linjiang.upstream, number, [try Linjiang.item(clearing, wan)])
    }

    /// Logs that cannot be asked.
    private struct Unreadable: LogHistory {
        struct Asked: Error {}
        func root(of log: LogOrigin, at size: Int) throws -> MerkleHash? { throw Asked() }
    }

    /// Whether a clearing stands is asked of the logs while an agreement's money is worked out, and not once more.
    @Test func moneyThatIsKnownIsNotWorkedOutAgain() throws {
        var world = try Linjiang.settled()
        try world.clear("2023")
        let held = try world.world.held()
        let cases = try world.world.cases(Linjiang.upstream, held)
        let money = try ClearingDesk(held.docket, history: held, now: world.world.now).agreements()
        let desk = ClearingDesk(held.docket, history: Unreadable(), now: world.world.now)
        #expect(throws: Unreadable.Asked.self) { try desk.settlementClearings(cases) }
        let states = zip(cases, try desk.settlementClearings(cases, known: money)).map { $1?.state(of: $0) }
        #expect(states.count == 12 && states.allSatisfy { $0 == .cleared })
        let payer = try #require(PartyCode(Linjiang.downstream))
        let codes = MoneyConditions(desk, me: payer, isCentre: false).all(of: money).map(\.code)
        #expect(codes.contains(.paymentDue))
    }

    /// Cleared on 10 January 2024, to be paid within 30 days and confirmed within 10.
    @Test func clearedByTheClearingPaidByTheLastReceipt() throws {
        var world = try Linjiang.settled()
        try Self.expect("recorded", world)
        #expect(try Self.duties(world).isEmpty)
        let clearing = try world.clear("2023")
        try Self.expect("cleared", world)
        #expect(try Self.duties(world) == ["500116 pay 2024-02-09"])
        // A part of it, confirmed, is not all.
        let part = try Self.pay(&world, clearing, "1号", 150)
        try world.receive(Linjiang.upstream, part, 150_000_000)
        try Self.expect("cleared", world)
        #expect(try Self.duties(world) == ["500116 pay 2024-02-09"])
        // Said, and confirmed by nobody: neither at once nor when the days for confirming it are over.
        let rest = try Self.pay(&world, clearing, "2号", 250)
        try Self.expect("cleared", world)
        #expect(try Self.duties(world) == ["500118 receive 2024-01-20"])
        try Self.set(&world, "2024-01-21T00:00:00+08:00")
        try Self.expect("cleared", world)
        #expect(try Self.duties(world) == ["500116 pay 2024-02-09", "500118 receive 2024-01-20"])
        try world.receive(Linjiang.upstream, rest, 250_000_000)
        try Self.expect("paid", world)
        #expect(try Self.duties(world).isEmpty)
        for now in ["2024-01-10T09:00:00+08:00", "2034-01-10T09:00:00+08:00"] {
            try Self.set(&world, now)
            try Self.expect("paid", world)
        }
        // What is decided by it is the state of the case.
        #expect(try world.world.cases(Linjiang.upstream).allSatisfy { $0.state == .recorded })
    }

    /// March is class Ⅲ, the baseline; what February and April come to is equal and opposite.
    @Test(arguments: [[3], [2, 4], [2, 3, 4]])
    func whereNothingIsToBePaidClearedIsPaid(_ months: [Int]) throws {
        var world = try Linjiang.settled(without: (1...12).filter { !months.contains($0) })
        #expect(try Self.states(world) == months.map { "2023-0\($0) recorded" })
        try world.clear("2023")
        #expect(try world.money().claims.isEmpty)
        #expect(try Self.states(world) == months.map { "2023-0\($0) paid" })
    }

    /// One that leaves out what is to be paid would make it paid at once.
    @Test func aClearingThatDiffersClearsNothing() throws {
        var world = try Linjiang.settled()
        let next = try #require(try world.clearing("2023").next)
        try world.say(
            World.centre,
            .clearing(
                ClearingEntry(
                    key: next.key, year: next.year, number: 1, cut: next.cut, settlements: next.settlements,
                    unsettled: next.unsettled, advances: next.advances, transfers: [])))
        #expect(try world.money().clearings.map(\.standing) == [.differs(.transfers)])
        try Self.expect("recorded", world)
        try world.clear("2023")
        try Self.expect("cleared", world)
    }

    /// A node that lacks the last word of the clearing's cut has recorded settlements and no clearing that stands.
    @Test func aClearingThatWaitsClearsNothing() throws {
        var world = try Linjiang.settled()
        let advance = PaymentItem(advanceFor: try EntryVectors.period("2024"), amount: Fen(1))
        let last = try world.pay(Linjiang.downstream, Linjiang.upstream, "预付1号", [advance])
        try world.clear("2023")
        let behind = try world.world.held(short: [(Linjiang.downstream, "money", last.index)])
        let seen = try Self.states(world, Linjiang.upstream, behind)
        #expect(seen.count == 12 && seen.allSatisfy { $0.hasSuffix(" recorded") }, "\(seen)")
        try Self.expect("cleared", world)
    }

    /// March corrected from class Ⅲ to Ⅳ after the year was paid: Yongchuan pays 1 million, by the next clearing.
    @Test func anAdjustmentIsClearedByTheNextClearing() throws {
        var (world, clearing) = try Linjiang.cleared()
        try world.receive(Linjiang.upstream, try Self.pay(&world, clearing, "1号", 400), Self.full)
        try Self.expect("paid", world)
        try Linjiang.correctMarch(&world)
        func march() throws -> [String] { try Self.states(world).filter { $0.hasPrefix("2023-03") } }
        #expect(try march() == ["2023-03 paid", "2023-03+1 recorded"])
        let later = try world.clear("2023")
        #expect(try march() == ["2023-03 paid", "2023-03+1 cleared"])
        let payment = try world.pay(Linjiang.upstream, Linjiang.downstream, "2号", [try Linjiang.item(later, 100)])
        #expect(try march() == ["2023-03 paid", "2023-03+1 cleared"])
        try world.receive(Linjiang.downstream, payment, 100_000_000)
        #expect(try march() == ["2023-03 paid", "2023-03+1 paid"])
        #expect(try Self.states(world).filter { $0.hasSuffix(" paid") }.count == 13)
    }

    @Test func whatIsCollectedByForceIsPaid() throws {
        var (world, clearing) = try Linjiang.cleared()
        try Self.set(&world, "2024-02-10T00:00:00+08:00")
        try Self.expect("cleared", world)
        try world.collect(clearing, Linjiang.downstream, Linjiang.upstream, 150_000_000, 15_000_000)
        try Self.expect("cleared", world)
        // The centre's word, with another addition than was agreed, collects nothing.
        try world.collect(clearing, Linjiang.downstream, Linjiang.upstream, 250_000_000, 0)
        try Self.expect("cleared", world)
        try world.collect(clearing, Linjiang.downstream, Linjiang.upstream, 250_000_000, 25_000_000)
        try Self.expect("paid", world)
    }

    @Test func whatIsReplacedInKindIsPaidOnceAccepted() throws {
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
        try Self.expect("cleared", world)
        try world.say(Linjiang.upstream, .inKindAcceptance(InKindAcceptanceEntry(key: world.key, offer: offer)))
        try Self.expect("paid", world)
    }

    // MARK: Rivers

    private static let rivers = """
        # 两河

        ```tongzhou
        scheme lianghe-2023
        title "两河" "Two rivers"
        party 璧山区 "Bishan" = 500120
        party 江津区 "Jiangjin" = 500116
        section 一河断面 "first" = 500120-first river
        section 二河断面 "second" = 500120-second river
        list 断面表 "sections" = 一河断面, 二河断面
        period quarter
        valid from 2023-Q1 to 2023-Q4
        let 均值 "means" for 断面 in 断面表 = mean of readings at 断面 where status is normal
        let 类别 "class" for 断面 in 断面表 = class of 均值(断面) by CODMn, NH3-N, TP
        pay 补偿 "compensation" for 断面 in 断面表
          when missing 类别(断面): nothing
          when 类别(断面) = Ⅲ: nothing
          otherwise: 江津区 pays 璧山区 100 万元
        ```
        """

    /// The first quarter is about one river, the second about the other, the third about nothing. Where the rivers are
    /// kept apart a settlement is paid when its own is; where they are one, when everything is.
    @Test(arguments: [true, false])
    func aSettlementIsPaidByItsRiver(_ areApart: Bool) throws {
        var world = try MoneyWorld(Self.rivers, at: "2023-01-05T09:00:00+08:00")
        try world.register("500120-first", river: "甲河")
        try world.register("500120-second", river: areApart ? "乙河" : "甲河")
        try world.read("500120-first", "2023-02-15", codmn: "3")
        try world.read("500120-second", "2023-05-15", codmn: "3")
        try world.read("500120-first", "2023-08-15", codmn: "5")
        try world.settle(at: "2024-01-10T09:00:00+08:00")
        let clearing = try world.clear("2023")
        func expect(_ states: [String]) throws {
            let quarters = zip(["2023-Q1", "2023-Q2", "2023-Q3"], states).map { "\($0) \($1)" }
            #expect(try Self.states(world, "500120") == quarters)
        }
        func pay(_ number: String, _ river: String) throws {
            let item = PaymentItem(
                clearing: clearing, year: try EntryVectors.period("2023"), river: areApart ? river : nil,
                amount: Fen(100_000_000))
            let payment = try world.pay("500116", "500120", number, [item])
            try world.receive("500120", payment, 100_000_000)
        }
        let lines = MoneyWorld.lines(try world.money().claims.map(\.transfer))
        #expect(
            lines
                == (areApart
                    ? ["500116 500120 100000000 乙河", "500116 500120 100000000 甲河"] : ["500116 500120 200000000"]))
        try expect(["cleared", "cleared", "cleared"])
        try pay("1号", "甲河")
        try expect([areApart ? "paid" : "cleared", "cleared", "cleared"])
        try pay("2号", "乙河")
        try expect(["paid", "paid", "paid"])
    }
}
