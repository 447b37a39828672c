import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

/// After recording nothing is edited: what changes opens adjustments of the same period, one after the other.
@Suite struct AdjustmentTests {
    private static let codes = [World.chongqing, World.hunan, World.centre]

    /// F1 without the correction: 重庆 pays 湖南 400 000 yuan, recorded.
    private func recorded() throws -> World {
        var world = try World.withReadings()
        try settle(&world)
        return world
    }

    /// Both parties propose and accept, the centre verifies and records.
    private func settle(_ world: inout World) throws {
        for code in [World.chongqing, World.hunan] { try world.act(code) }
        for code in [World.chongqing, World.hunan] { try world.act(code, accepting: true) }
        try world.act(World.centre)
    }

    /// The six readings of 13.60 withdrawn, or put back.
    private func correct(_ world: inout World, back: Bool = false) throws -> EntryReference {
        let rows = try LiyeReadings.spikeChanges()
        let changes = back ? try rows.map { try #require(ReadingChange(old: $0.new, new: $0.old)) } : rows
        return try world.say(World.chongqing, "common", try LiyeReadings.correction(changes))
    }

    private func endorse(_ place: EntryReference, _ world: inout World) throws {
        try world.say(World.hunan, "common", .readingsEndorsement(ReadingsEndorsementEntry(correction: place)))
    }

    private func story(_ world: World, _ code: String) throws -> [String] {
        try world.cases(code).map { settlement in
            let transfers = try (settlement.verified?.transfers ?? settlement.own.get().transfers).map {
                "\($0.payer.text)>\($0.payee.text) \($0.amount.count)"
            }
            return "\(settlement.key.periodText) \(settlement.state.rawValue) \(transfers)"
        }
    }

    @Test func aCorrectionEndorsedLaterOpensAnAdjustment() throws {
        var world = try recorded()
        let base = "2021-04 recorded [\"500000>430000 40000000\"]"
        for code in Self.codes { #expect(try story(world, code) == [base]) }
        let correction = try correct(&world)
        // Not endorsed: nobody adjusts, not even the one who made it.
        for code in Self.codes {
            #expect(try story(world, code) == [base])
            #expect(try world.due(code).isEmpty)
        }
        try endorse(correction, &world)
        // Paid the wrong way round: 400 000 back and 400 000 owed.
        for code in Self.codes {
            #expect(try story(world, code) == [base, "2021-04+1 computable [\"430000>500000 80000000\"]"])
        }
        let adjustment = try #require(try world.cases(World.hunan)[1].own.get().adjustment)
        #expect(adjustment.recorded.map(\.amount.count) == [40_000_000])
        #expect(adjustment.computed.map(\.payer.text) == [World.hunan])
        try settle(&world)
        for code in Self.codes {
            #expect(try story(world, code) == [base, "2021-04+1 recorded [\"430000>500000 80000000\"]"])
        }
        // The ledger keeps both, and they sum to zero.
        let ledger = try world.held().docket.ledger
        #expect(ledger.deductions.map(\.body.key.periodText) == ["2021-04", "2021-04+1"])
        #expect(ledger.deductions.map(\.body.party.text) == [World.chongqing, World.hunan])
        let rewards = ledger.rewards.reduce(0) { $0 + $1.body.amount.count }
        #expect(ledger.deductions.reduce(0) { $0 + $1.body.amount.count } == rewards)
        for code in Self.codes { #expect(try world.due(code, accepting: code != World.centre).isEmpty) }
    }

    @Test func severalFollowEachOther() throws {
        var world = try recorded()
        for round in 1...3 {
            try endorse(try correct(&world, back: round.isMultiple(of: 2)), &world)
            try settle(&world)
            #expect(try world.cases(World.hunan).map(\.state) == Array(repeating: .recorded, count: round + 1))
        }
        let paid = try world.held().docket.ledger.deductions.map { "\($0.body.key.periodText) \($0.body.party.text)" }
        #expect(paid == ["2021-04 500000", "2021-04+1 430000", "2021-04+2 500000", "2021-04+3 430000"])
        // Base and adjustments together are what the period comes to now: 湖南 pays 400 000.
        let ledger = try world.held().docket.ledger
        let chongqing = try #require(PartyCode(World.chongqing))
        let net =
            ledger.rewards.filter { $0.body.party == chongqing }.reduce(0) { $0 + $1.body.amount.count }
            - ledger.deductions.filter { $0.body.party == chongqing }.reduce(0) { $0 + $1.body.amount.count }
        #expect(net == 40_000_000)
    }

    /// An adjustment goes through the states of a settlement, and is disputed like one.
    @Test func anAdjustmentIsProposedAndAcceptedLikeASettlement() throws {
        var world = try recorded()
        try endorse(try correct(&world), &world)
        func state() throws -> SettlementState { try world.cases(World.chongqing)[1].state }
        #expect(try world.saying(World.chongqing) == ["proposal"])
        #expect(try state() == .proposed)
        #expect(try world.saying(World.hunan) == ["proposal"])
        #expect(try world.saying(World.hunan, accepting: true) == ["acceptance"])
        #expect(try world.saying(World.chongqing, accepting: true) == ["acceptance"])
        #expect(try state() == .agreed)
        #expect(try world.saying(World.centre) == ["verdict", "deduction", "reward"])
        #expect(try state() == .recorded)
        // Its proposal says which adjustment it is, so it never passes for the settlement of the period.
        let keys = try world.held().docket.settlements.proposals.map(\.record.body.key.periodText)
        #expect(keys.sorted() == ["2021-04", "2021-04", "2021-04+1", "2021-04+1"])
    }

    /// What changes without changing an amount is told (the digest differs) and adjusts nothing.
    @Test func noAdjustmentWithoutADifference() throws {
        var world = try recorded()
        let quiet = try EntryVectors.content("2021-04-06T00:00+08:00", .maintenance, [])
        try world.say(World.hunan, "common", try LiyeReadings.entry([quiet]))
        for code in Self.codes {
            let cases = try world.cases(code)
            #expect(cases.count == 1)
            #expect(try cases[0].own.get().digest != cases[0].verdict?.body.settlementDigest)
            #expect(try world.due(code).isEmpty)
        }
    }

    /// A proposal of an adjustment that nothing calls for is objected to and never verified.
    @Test func aMadeUpAdjustmentIsObjectedTo() throws {
        var world = try recorded()
        let base = try world.settlement(World.chongqing).own.get().proposal
        try world.say(
            World.chongqing,
            .proposal(
                ProposalEntry(
                    key: base.key.adjusted(1), cut: base.cut, correctionsNotApplied: [],
                    schemeDigest: base.schemeDigest, settlementDigest: base.settlementDigest,
                    transfers: base.transfers)))
        let said = try world.act(World.hunan, accepting: true)
        #expect(try world.kinds(said).contains("objection"))
        #expect(try !world.kinds(said).contains("acceptance"))
        #expect(try world.due(World.centre).isEmpty)
    }

    /// A node that has the adjustment's proposal before the words that recorded the settlement waits.
    @Test func anAdjustmentThatArrivesBeforeItsSettlementIsWaitedFor() throws {
        var world = try recorded()
        try endorse(try correct(&world), &world)
        try world.act(World.hunan)
        let early = try world.held(short: [(World.centre, "central", 0)])
        // Only the period itself is known there, and the correction is news to it.
        let said = try world.due(World.chongqing, accepting: true, early)
        #expect(
            said.allSatisfy { draft in
                if case .proposal(let proposal) = draft.entry { proposal.key.adjustment == nil } else { false }
            })
        #expect(try world.due(World.chongqing).map(\.entry.kind) == ["proposal"])
    }
}
