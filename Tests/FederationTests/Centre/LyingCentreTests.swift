import Compensation
import Federation
import Testing
import TransparencyLog

/// A centre that says what does not follow: the parties see it, name it and go on.
@Suite struct LyingCentreTests {
    /// Proposed and accepted by both; the centre has said nothing yet.
    private func agreed() throws -> World {
        var world = try World.withReadings()
        for code in [World.chongqing, World.hunan] { try world.act(code) }
        for code in [World.chongqing, World.hunan] { try world.act(code, accepting: true) }
        #expect(try world.settlement(World.hunan).state == .agreed)
        return world
    }

    private func line(_ code: String, _ fen: Int64, _ world: World) throws -> LedgerLine {
        LedgerLine(
            key: try World.key(), settlementDigest: try world.settlement(World.hunan).own.get().digest,
            party: try World.party(code), amount: Fen(fen), basin: World.basin)
    }

    @Test func aRefusalThatDoesNotFollow() throws {
        var world = try agreed()
        let digest = try #require(try world.settlement(World.hunan).agreedDigest)
        try world.central(
            .verdict(
                VerdictEntry(
                    key: try World.key(), settlementDigest: digest, acceptances: [], conclusion: .digestDiffers)))
        for code in [World.hunan, World.chongqing] {
            #expect(try world.findings(code) == ["ledger-verdict-differs youshui-2019 2021-04"])
        }
        // The honest centre that comes back says it right, and the word that was wrong is behind it.
        #expect(try world.saying(World.centre) == ["verdict", "deduction", "reward"])
        #expect(try world.findings(World.hunan).isEmpty)
        #expect(try world.settlement(World.hunan).state == .recorded)
    }

    @Test func aVerificationOfWhatNobodyAccepted() throws {
        var world = try World.withReadings()
        try world.central(
            .verdict(
                VerdictEntry(
                    key: try World.key(), settlementDigest: ContentDigest(of: []), acceptances: [],
                    conclusion: .verified)))
        #expect(try world.findings(World.hunan) == ["ledger-verdict-not-accepted youshui-2019 2021-04"])
        // The parties settle all the same.
        for code in [World.chongqing, World.hunan] { try world.act(code) }
        for code in [World.chongqing, World.hunan] { try world.act(code, accepting: true) }
        #expect(try world.settlement(World.hunan).state == .agreed)
        // And an honest centre that comes back verifies what they did accept.
        #expect(try world.saying(World.centre) == ["verdict", "deduction", "reward"])
        for code in [World.hunan, World.chongqing] {
            #expect(try world.settlement(code).state == .recorded)
            #expect(try world.findings(code) == ["ledger-verdict-not-accepted youshui-2019 2021-04"])
        }
    }

    /// What has been verified stays so, whatever the centre says of it later.
    @Test func aSecondVerificationOfSomethingElse() throws {
        var world = try World.fullStory()
        let before = try world.settlement(World.hunan)
        try world.central(
            .verdict(
                VerdictEntry(
                    key: try World.key(), settlementDigest: ContentDigest(of: []), acceptances: [],
                    conclusion: .verified)))
        let after = try world.settlement(World.hunan)
        #expect(after.state == .recorded && after.verified?.digest == before.verified?.digest)
        #expect(try world.findings(World.hunan) == ["ledger-verdict-not-accepted youshui-2019 2021-04"])
    }

    /// A lying centre together with a lying party: a forged proposal that states the right digest and ten times the
    /// money, accepted by its author's own hand, is verified by nobody.
    @Test func aForgedProposalOfTheRightDigest() throws {
        var world = try agreed()
        let register = try world.held().docket.settlements
        let honest = try #require(register.proposals.first { $0.party.text == World.hunan })
        let right = honest.record.body
        let forged = try world.say(
            World.chongqing, "youshui",
            .proposal(
                ProposalEntry(
                    key: right.key, cut: right.cut, correctionsNotApplied: right.correctionsNotApplied,
                    schemeDigest: right.schemeDigest, settlementDigest: right.settlementDigest,
                    transfers: right.transfers.map {
                        TransferTerms(payer: $0.payer, payee: $0.payee, amount: Fen($0.amount.count * 10))
                    })))
        // 湖南 accepts the forgery with its own node bypassed; 重庆 has accepted 湖南's honest proposal.
        let accepted = try world.say(
            World.hunan, "youshui",
            .acceptance(
                AcceptanceEntry(key: right.key, proposal: forged, settlementDigest: right.settlementDigest)))
        let other = try #require(register.acceptances.first { $0.party.text == World.chongqing })
        try world.central(
            .verdict(
                VerdictEntry(
                    key: right.key, settlementDigest: right.settlementDigest,
                    acceptances: [accepted, other.record.reference], conclusion: .verified)))
        #expect(try world.settlement(World.hunan).verified == nil)
        #expect(try world.settlement(World.hunan).state == .agreed)
    }

    @Test func aLineThatNobodyEarned() throws {
        var world = try agreed()
        try world.central(.reward(RewardEntry(line: try line(World.hunan, 5, world))))
        #expect(try world.findings(World.chongqing) == ["ledger-line-unearned youshui-2019 2021-04"])
        #expect(try world.settlement(World.chongqing).state == .agreed)
    }

    @Test func linesThatAreNotTheTransfers() throws {
        var world = try World.fullStory()
        try world.central(.reward(RewardEntry(line: try line(World.hunan, 5, world))))
        #expect(try world.findings(World.chongqing) == ["ledger-lines-differ youshui-2019 2021-04"])
    }

    @Test func aVerdictWithoutItsLines() throws {
        var world = try agreed()
        let due = try world.due(World.centre)
        try world.central(try #require(due.first).entry)
        #expect(try world.findings(World.chongqing) == ["ledger-lines-missing youshui-2019 2021-04"])
        #expect(try world.settlement(World.chongqing).state == .verified)
    }

    /// Nobody sees wrong what he does not hold.
    @Test func astrangerDoesNotAccuse() throws {
        var world = try World.fullStory()
        try world.central(.reward(RewardEntry(line: try line(World.hunan, 5, world))))
        let held = try world.held(short: [(World.hunan, "youshui", 0), (World.chongqing, "youshui", 0)])
        #expect(try world.findings(World.guizhou, held).isEmpty)
    }

    /// Lines carry the basin of the agreement's sections, so every reader can put them into the right ledger.
    @Test func linesNameTheirBasin() throws {
        let world = try World.fullStory()
        #expect(try world.book("2021") == ["deduction 430000 -40", "reward 500000 40"])
        #expect(try world.held().book().accounts.map(\.basin) == [World.basin])
    }
}
