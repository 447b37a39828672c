import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

/// Every state of a settlement and everything that can be said in it, by those who may and by those who may not.
/// The states and who moves them on are those of docs/settlements.md.
@Suite struct LifeCycleTests {
    enum Event: String, CaseIterable {
        case proposal, otherProposal, acceptance, bothAccept, objection, verified, refused, ledger
    }

    /// After each event of `Event`, in its order, said by Hunan or the centre.
    static let table: [(SettlementState, [SettlementState])] = [
        (.open, [.open, .proposed, .open, .open, .open, .open, .open, .open]),
        (
            .computable,
            [.proposed, .proposed, .computable, .computable, .computable, .computable, .computable, .computable]
        ),
        (.proposed, [.proposed, .disputed, .proposed, .agreed, .disputed, .proposed, .proposed, .proposed]),
        (.disputed, [.proposed, .disputed, .disputed, .disputed, .disputed, .disputed, .disputed, .disputed]),
        (.agreed, [.agreed, .disputed, .agreed, .agreed, .agreed, .verified, .refused, .agreed]),
        (.refused, [.refused, .disputed, .refused, .refused, .refused, .verified, .refused, .refused]),
        (.verified, [.verified, .verified, .verified, .verified, .verified, .verified, .verified, .recorded]),
        // Lines said twice are not what the parties accepted; CEN-01 tells it.
        (.recorded, [.recorded, .recorded, .recorded, .recorded, .recorded, .recorded, .recorded, .verified]),
    ]

    /// What is shown once a clearing has taken a settlement in is no state that words about it are judged by.
    @Test func theTableHasEveryStateOfACase() {
        #expect(Set(Self.table.map { $0.0 }) == Set(SettlementState.allCases).subtracting([.cleared, .paid]))
    }

    private static let other = ContentDigest(of: Array("another result".utf8))

    /// A world in which the settlement stands in a state.
    private func world(_ state: SettlementState) throws -> World {
        var world = try World.withReadings()
        switch state {
        case .open:
            let rows = Array(try LiyeReadings.contents().prefix(1))
            let contrary = ReadingContent(time: rows[0].time, status: .dry, values: [])
            try world.say(World.chongqing, "common", try LiyeReadings.entry([contrary]))
        case .computable: break
        case .proposed: try propose(&world)
        case .disputed:
            try propose(&world)
            try say(.otherProposal, &world)
        case .agreed: try agree(&world)
        case .refused:
            try agree(&world)
            try say(.refused, &world)
        case .verified:
            try agree(&world)
            try say(.verified, &world)
        case .recorded:
            try agree(&world)
            try world.act(World.centre)
        case .cleared, .paid: Issue.record("no state of a case: \(state.rawValue)")
        }
        #expect(try world.settlement(World.hunan).state == state, "the way to \(state.rawValue)")
        return world
    }

    private func propose(_ world: inout World) throws {
        for code in [World.chongqing, World.hunan] { try world.act(code) }
    }

    private func agree(_ world: inout World) throws {
        try propose(&world)
        for code in [World.chongqing, World.hunan] { try world.act(code, accepting: true) }
    }

    private func position(_ world: World, _ code: String) throws -> SettlementCase.Position {
        let party = try #require(PartyCode(code))
        return try #require(try world.settlement(World.hunan).positions.first { $0.party == party })
    }

    /// What is said at an event, and whose it is to say; empty where there is nothing that could be said.
    private func words(_ event: Event, _ world: World) throws -> [(code: String, channel: String, entry: Entry)] {
        let settlement = try world.settlement(World.hunan)
        let theirs = try position(world, World.chongqing).proposal
        func verdict(_ conclusion: VerdictEntry.Conclusion) throws -> [(String, String, Entry)] {
            let digest = theirs?.body.settlementDigest ?? Self.other
            return [
                (
                    World.centre, "central",
                    .verdict(
                        VerdictEntry(
                            key: settlement.key, settlementDigest: digest,
                            acceptances: settlement.positions.compactMap(\.acceptance?.reference),
                            conclusion: conclusion))
                )
            ]
        }
        switch event {
        case .proposal:
            return (try? settlement.own.get()).map { [(World.hunan, "youshui", .proposal($0.proposal))] } ?? []
        case .otherProposal:
            return [
                (
                    World.hunan, "youshui",
                    .proposal(
                        ProposalEntry(
                            key: settlement.key, cut: [], correctionsNotApplied: [],
                            schemeDigest: settlement.terms.entry.schemeDigest, settlementDigest: Self.other,
                            transfers: []))
                )
            ]
        case .acceptance: return try theirs.map { try acceptance(World.hunan, of: $0, world) } ?? []
        case .bothAccept:
            let mine = try position(world, World.hunan).proposal
            return try (theirs.map { try acceptance(World.hunan, of: $0, world) } ?? [])
                + (mine.map { try acceptance(World.chongqing, of: $0, world) } ?? [])
        case .objection:
            return theirs.map { theirs in
                [
                    (
                        World.hunan, "youshui",
                        .objection(
                            ObjectionEntry(
                                key: settlement.key, proposal: theirs.reference, ownSettlementDigest: nil,
                                difference: Difference(subject: .words, place: "第五条", own: "设备校准", other: "-")))
                    )
                ]
            } ?? []
        case .verified: return try verdict(.verified)
        case .refused: return try verdict(.digestDiffers)
        case .ledger:
            return (theirs?.body.transfers ?? []).flatMap { transfer in
                [
                    (
                        World.centre, "central",
                        Entry.deduction(
                            DeductionEntry(
                                line: LedgerLine(
                                    key: settlement.key, settlementDigest: theirs?.body.settlementDigest ?? Self.other,
                                    party: transfer.payer, amount: transfer.amount)))
                    ),
                    (
                        World.centre, "central",
                        Entry.reward(
                            RewardEntry(
                                line: LedgerLine(
                                    key: settlement.key, settlementDigest: theirs?.body.settlementDigest ?? Self.other,
                                    party: transfer.payee, amount: transfer.amount)))
                    ),
                ]
            }
        }
    }

    private func acceptance(
        _ code: String, of proposal: EntryRecord<ProposalEntry>, _ world: World
    ) throws -> [(String, String, Entry)] {
        [
            (
                code, "youshui",
                .acceptance(
                    AcceptanceEntry(
                        key: proposal.body.key, proposal: proposal.reference,
                        settlementDigest: proposal.body.settlementDigest))
            )
        ]
    }

    private func say(_ event: Event, _ world: inout World) throws {
        for word in try words(event, world) { try world.say(word.code, word.channel, word.entry) }
    }

    @Test(arguments: LifeCycleTests.table.map { $0.0 })
    func everyEventInEveryState(_ state: SettlementState) throws {
        let row = try #require(Self.table.first { $0.0 == state }?.1)
        for (event, expected) in zip(Event.allCases, row) {
            var world = try world(state)
            try say(event, &world)
            for code in [World.chongqing, World.hunan, World.centre] {
                let found = try world.settlement(code).state
                #expect(found == expected, "\(state.rawValue), \(event.rawValue), as \(code) sees it")
            }
        }
    }

    /// The same words by those who may not say them, and by those who may where not all can read them.
    @Test(arguments: LifeCycleTests.table.map { $0.0 })
    func nothingIsMovedByWhoMayNot(_ state: SettlementState) throws {
        for event in Event.allCases {
            let world = try world(state)
            for word in try words(event, world) {
                let isCentres = word.code == World.centre
                let strangers = isCentres ? [World.hunan, World.guizhou] : [World.guizhou, World.centre]
                for stranger in strangers {
                    for channel in ["youshui", "common", "central"] {
                        var other = world
                        try other.say(stranger, channel, word.entry)
                        let found = try other.settlement(World.hunan).state
                        #expect(found == state, "\(state.rawValue), \(event.rawValue) by \(stranger) in \(channel)")
                    }
                }
                guard !isCentres else { continue }
                var other = world
                try other.say(word.code, "common", word.entry)
                #expect(try other.settlement(World.hunan).state == state, "\(event.rawValue) in common")
            }
        }
    }

    /// Who has to act, state by state: parties, or the centre.
    @Test func everyStateSaysWhoHasToAct() throws {
        let expected: [(SettlementState, [String])] = [
            (.open, ["430000 correct", "500000 correct"]), (.computable, ["430000 propose", "500000 propose"]),
            (.proposed, ["430000 answer 2021-05-27", "500000 answer 2021-05-27"]),
            (.disputed, ["430000 resolve 2021-05-27", "500000 resolve 2021-05-27"]),
            (.agreed, ["100000 verify"]), (.refused, ["430000 resolve 2021-05-27", "500000 resolve 2021-05-27"]),
            (.verified, ["100000 record"]), (.recorded, []),
        ]
        for (state, lines) in expected {
            let world = try world(state)
            // Said on Thursday 6 May 2021; fifteen working days end on Thursday 27 May.
            let duties = SettlementDuties(try world.held().docket, calendar: .weekends, standardWindow: 15)
            for code in [World.chongqing, World.hunan, World.centre] {
                let found = duties.duties(of: try world.settlement(code)).map { duty in
                    ([duty.party.text, duty.act.rawValue] + (duty.by.map { [$0.text] } ?? [])).joined(separator: " ")
                }
                #expect(found == lines, "\(state.rawValue) as \(code) sees it")
            }
        }
    }

    /// An objection in words keeps a result on which the nodes agree from being agreed on, until the objector accepts.
    @Test func anOperatorsObjectionStandsUntilAnswered() throws {
        var world = try world(.proposed)
        try say(.objection, &world)
        #expect(try world.settlement(World.chongqing).objections.map(\.body.difference.own) == ["设备校准"])
        // The node of the objector does not accept by itself what its operator stands against.
        #expect(try world.due(World.hunan, accepting: true).isEmpty)
        #expect(try world.due(World.centre).isEmpty)
        try say(.acceptance, &world)
        #expect(try world.settlement(World.chongqing).state == .proposed)
        #expect(try world.settlement(World.chongqing).objections.isEmpty)
        #expect(try world.saying(World.chongqing, accepting: true) == ["acceptance"])
        #expect(try world.settlement(World.chongqing).state == .agreed)
    }

    /// Deadlines move nothing: long after the window the settlement still waits for the operator.
    @Test func theEndOfTheWindowAcceptsNothing() throws {
        var world = try world(.proposed)
        world.now = try #require(Timestamp("2022-05-06T09:00:00+08:00"))
        #expect(try world.due(World.hunan).isEmpty)
        #expect(try world.settlement(World.hunan).state == .proposed)
        let duties = SettlementDuties(try world.held().docket, calendar: .weekends, standardWindow: 15)
        let now = try #require(world.now.civilTime)
        let found = duties.duties(of: try world.settlement(World.hunan))
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.isOverdue(at: now) })
        let lastMinute = try #require(CivilTime(text: "2021-05-27T23:59+08:00"))
        #expect(!found.contains { $0.isOverdue(at: lastMinute) })
    }
}
