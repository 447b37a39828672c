import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

/// Case F1 as the conversation of three nodes: a spike in real readings decides who pays 400 000 yuan.
@Suite struct LiyeStoryTests {
    private func terms(_ payer: String, _ payee: String) throws -> [TransferTerms] {
        [
            TransferTerms(
                payer: try #require(PartyCode(payer)), payee: try #require(PartyCode(payee)), amount: Fen(40_000_000))
        ]
    }

    private func proposal(_ world: World, _ place: EntryReference?) throws -> ProposalEntry {
        guard case .proposal(let proposal) = try world.entry(try #require(place)) else { throw Unexpected.entry }
        return proposal
    }

    private enum Unexpected: Error { case entry }

    private func expectState(_ state: SettlementState, _ world: World) throws {
        for code in [World.chongqing, World.hunan, World.centre] {
            #expect(try world.settlement(code).state == state, "\(code)")
        }
    }

    @Test func beforeTheCorrectionBothProposeTheSame() throws {
        var world = try World.withReadings()
        try expectState(.computable, world)
        let first = try world.act(World.chongqing)
        try expectState(.proposed, world)
        let second = try world.act(World.hunan)
        try expectState(.proposed, world)
        #expect(try world.kinds(first + second) == ["proposal", "proposal"])
        let theirs = try proposal(world, first.first)
        let ours = try proposal(world, second.first)
        #expect(theirs.settlementDigest == ours.settlementDigest)
        #expect(theirs.transfers == (try terms(World.chongqing, World.hunan)))
        #expect(ours.transfers == theirs.transfers)
        #expect(theirs.correctionsNotApplied.isEmpty)
        #expect(try world.settlement(World.hunan).own.get().settlement.steps.contains { $0.value == "Ⅳ" })
        for code in [World.chongqing, World.hunan, World.centre] { #expect(try world.due(code).isEmpty) }
    }

    /// The proposal stands in another log than the readings, so it can arrive first.
    @Test func aNeighboursProposalThatArrivesBeforeItsReadingsIsWaitedFor() throws {
        var world = try World.withReadings()
        try world.act(World.hunan)
        let early = try world.held(short: [(World.hunan, "common", 0)])
        #expect(try world.settlement(World.chongqing, early).positions.contains { $0.proposal != nil })
        #expect(try world.due(World.chongqing, accepting: true, early).isEmpty)
        #expect(try world.due(World.chongqing).map(\.entry.kind) == ["proposal"])
    }

    @Test func theCorrectionDividesUntilItIsEndorsed() throws {
        var world = try World.withReadings()
        try world.act(World.chongqing)
        try world.act(World.hunan)
        let correction = try world.say(World.chongqing, "common", try LiyeReadings.correction())

        let flipped = try world.act(World.chongqing)
        #expect(try world.kinds(flipped) == ["proposal"])
        #expect(try proposal(world, flipped.first).transfers == (try terms(World.hunan, World.chongqing)))
        try expectState(.disputed, world)

        let objected = try world.act(World.hunan)
        #expect(try world.kinds(objected) == ["objection"])
        guard case .objection(let objection) = try world.entry(try #require(objected.first)) else {
            throw Unexpected.entry
        }
        #expect(objection.proposal == flipped.first)
        #expect(objection.difference.subject == .input)
        #expect(objection.difference.place == "430000-liye 2021-04-02T16:00+08:00 codmn")
        #expect(objection.difference.own == "13.60")
        #expect(objection.difference.other == "-")
        // 湖南's proposal rests on an older cut: nothing in it that 重庆 could object to.
        #expect(try world.due(World.chongqing, accepting: true).isEmpty)
        #expect(try world.due(World.centre).isEmpty)
        #expect(try world.settlement(World.chongqing).objections.count == 1)

        try world.say(World.hunan, "common", .readingsEndorsement(ReadingsEndorsementEntry(correction: correction)))
        let joined = try world.act(World.hunan)
        #expect(try world.kinds(joined) == ["proposal"])
        let ours = try proposal(world, joined.first)
        #expect(ours.settlementDigest == (try proposal(world, flipped.first)).settlementDigest)
        #expect(ours.transfers == (try terms(World.hunan, World.chongqing)))
        #expect(try world.settlement(World.hunan).own.get().settlement.steps.contains { $0.value == "Ⅱ" })
        try expectState(.proposed, world)
        #expect(try world.settlement(World.chongqing).objections.isEmpty)
    }

    @Test func acceptanceIsAPersonsWordAndTheCentreRecords() throws {
        let world = try World.fullStory()
        try expectState(.recorded, world)
        let docket = try world.held().docket
        let verdict = try #require(try world.settlement(World.hunan).verified?.verdict)
        #expect(verdict.body.acceptances.map(\.log.node.text) == ["430000.tongzhou.test", "500000.tongzhou.test"])
        #expect(docket.ledger.deductions.map(\.body.party.text) == [World.hunan])
        #expect(docket.ledger.rewards.map(\.body.party.text) == [World.chongqing])
        let rewards = docket.ledger.rewards.reduce(0) { $0 + $1.body.amount.count }
        let deductions = docket.ledger.deductions.reduce(0) { $0 + $1.body.amount.count }
        #expect(rewards == 40_000_000)
        #expect(rewards - deductions == 0)
        #expect(try world.settlement(World.hunan).ledger == .recorded)
        for code in [World.chongqing, World.hunan, World.centre] {
            #expect(try world.due(code, accepting: code != World.centre).isEmpty)
        }
    }

    /// By the standard policy nothing is accepted without a person; then one acceptance each, once.
    @Test func eachPartyAcceptsOnce() throws {
        var world = try World.withReadings()
        try world.act(World.chongqing)
        try world.act(World.hunan)
        #expect(try world.due(World.hunan).isEmpty)
        #expect(try world.saying(World.hunan, accepting: true) == ["acceptance"])
        try expectState(.proposed, world)
        #expect(try world.due(World.centre).isEmpty)
        #expect(try world.saying(World.chongqing, accepting: true) == ["acceptance"])
        try expectState(.agreed, world)
        #expect(try world.saying(World.centre) == ["verdict", "deduction", "reward"])
        try expectState(.recorded, world)
    }

    /// A reading that arrives late makes a longer cut; where it changes nothing, nobody says anything.
    @Test func olderCutsAreNotObjectedTo() throws {
        var world = try World.withReadings()
        try world.act(World.chongqing)
        try world.say(World.hunan, "common", try LiyeReadings.entry())
        #expect(try world.saying(World.hunan) == ["proposal"])
        #expect(try world.due(World.chongqing).isEmpty)
        try expectState(.proposed, world)

        let later = try EntryVectors.content("2021-04-06T00:00+08:00", .normal, [(.permanganateIndex, "2.00")])
        try world.say(World.hunan, "common", try LiyeReadings.entry([later]))
        // Both compute anew; the other's older proposal was right for what it had.
        #expect(try world.saying(World.hunan) == ["proposal"])
        try expectState(.disputed, world)
        #expect(try world.saying(World.chongqing) == ["proposal"])
        try expectState(.proposed, world)
    }

    @Test func nothingIsSaidBeforeThePeriodEnds() throws {
        var world = try World.withReadings()
        world.now = try #require(Timestamp("2021-04-30T23:59:59+08:00"))
        #expect(try world.due(World.chongqing, accepting: true).isEmpty)
        #expect(try world.settlement(World.chongqing).state == .open)
        world.now = try #require(Timestamp("2021-05-01T00:00:00+08:00"))
        #expect(try world.saying(World.chongqing) == ["proposal"])
    }

    /// After recording, data that change the result move nothing; the ledger stays as signed.
    @Test func recordedStaysRecorded() throws {
        var world = try World.fullStory()
        let late = try EntryVectors.content("2021-04-06T00:00+08:00", .normal, [(.permanganateIndex, "99")])
        try world.say(World.hunan, "common", try LiyeReadings.entry([late]))
        try expectState(.recorded, world)
        // What changed since is for an adjustment; the late reading makes the month class 劣Ⅴ, so all is paid back twice.
        for code in [World.chongqing, World.hunan] {
            let due = try world.due(code)
            #expect(due.map(\.entry.kind) == ["proposal"])
            guard case .proposal(let proposal)? = due.first?.entry else { throw Unexpected.entry }
            #expect(proposal.key.adjustment == 1)
            #expect(proposal.transfers.map(\.amount.count) == [80_000_000])
        }
        #expect(try world.due(World.centre).isEmpty)
    }
}
