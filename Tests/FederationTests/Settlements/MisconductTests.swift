import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

/// Words that are false, out of place or not theirs to say, and what they come to.
@Suite struct MisconductTests {
    private func own(_ world: World, _ code: String) throws -> ProposalEntry {
        try world.settlement(code).own.get().proposal
    }

    private func altered(
        _ proposal: ProposalEntry, cut: [CutLog]? = nil, notApplied: [EntryReference]? = nil,
        digest: ContentDigest? = nil, transfers: [TransferTerms]? = nil
    ) -> Entry {
        .proposal(
            ProposalEntry(
                key: proposal.key, cut: cut ?? proposal.cut,
                correctionsNotApplied: notApplied ?? proposal.correctionsNotApplied,
                schemeDigest: proposal.schemeDigest,
                settlementDigest: digest ?? proposal.settlementDigest, transfers: transfers ?? proposal.transfers))
    }

    private func accept(_ proposal: EntryReference, _ digest: ContentDigest, key: SettlementKey? = nil) throws -> Entry
    {
        .acceptance(AcceptanceEntry(key: try key ?? World.key(), proposal: proposal, settlementDigest: digest))
    }

    private func difference(_ places: [EntryReference], in world: World) throws -> Difference {
        let objections = try places.compactMap { place -> Difference? in
            if case .objection(let objection) = try world.entry(place) { objection.difference } else { nil }
        }
        try #require(objections.count == 1)
        return objections[0]
    }

    /// Both parties stand by these proposals and accept each other's; what does the centre say?
    private func conclusion(_ world: inout World, _ hunan: Entry, _ chongqing: Entry) throws -> [String] {
        let a = try world.say(World.hunan, hunan)
        let b = try world.say(World.chongqing, chongqing)
        guard case .proposal(let first) = hunan, case .proposal(let second) = chongqing else { return [] }
        try world.say(World.hunan, try accept(b, second.settlementDigest))
        try world.say(World.chongqing, try accept(a, first.settlementDigest))
        let said = try world.act(World.centre)
        return try said.map { place in
            if case .verdict(let verdict) = try world.entry(place) { verdict.conclusion.rawValue } else { "line" }
        }
    }

    @Test func falseDigestIsNamedAsSuch() throws {
        var world = try World.withReadings()
        let false1 = ContentDigest(of: Array("false".utf8))
        let place = try world.say(World.chongqing, altered(try own(world, World.chongqing), digest: false1))
        let said = try world.act(World.hunan)
        #expect(try world.kinds(said) == ["proposal", "objection"])
        let difference = try difference(said, in: world)
        #expect(difference.subject == .computation)
        #expect(difference.place == "settlement_digest")
        #expect(difference.own == (try own(world, World.hunan)).settlementDigest.hex)
        #expect(difference.other == false1.hex)
        #expect(try world.settlement(World.hunan).state == .disputed)
        // And it is not accepted, not even by a machine that may.
        let acceptances = try world.due(World.hunan, accepting: true)
        #expect(acceptances.isEmpty, "\(place)")
    }

    /// An operator's words stand although the node finds fault with the same proposal afterwards, and although its
    /// ground falls away again.
    @Test func anOperatorsObjectionOutlivesTheNodesOwn() throws {
        var world = try World.withReadings()
        let place = try world.say(
            World.chongqing, altered(try own(world, World.chongqing), digest: ContentDigest(of: Array("false".utf8))))
        let words = Difference(subject: .words, place: "里耶镇", own: "仪器校准", other: "-")
        try world.say(
            World.hunan,
            .objection(
                ObjectionEntry(
                    key: try World.key(), proposal: place,
                    ownSettlementDigest: try own(world, World.hunan).settlementDigest,
                    difference: words)))
        #expect(try world.saying(World.hunan) == ["proposal", "objection"])
        let settlement = try world.settlement(World.hunan)
        #expect(settlement.objections.map(\.body.difference.subject) == [.computation, .words])
        let desk = SettlementDesk(
            try world.held().docket, viewer: try #require(PartyCode(World.hunan)), now: world.now)
        let steps = PartyNextSteps(
            desk, me: try #require(PartyCode(World.hunan)),
            policy: SettlementPolicy(proposing: .automatic, accepting: .automatic), history: try world.held())
        #expect(steps.hasObjected(in: settlement))
    }

    /// The right digest beside other money: what would be accepted is not what was computed.
    @Test func rightDigestWithOtherTransfersIsNotAccepted() throws {
        var world = try World.withReadings()
        let honest = try own(world, World.chongqing)
        let payment = try #require(honest.transfers.first)
        let four = TransferTerms(payer: payment.payer, payee: payment.payee, amount: Fen(4))
        try world.say(World.chongqing, altered(honest, transfers: [four]))
        let said = try world.act(World.hunan, accepting: true)
        #expect(try world.kinds(said) == ["proposal", "objection"])
        let difference = try difference(said, in: world)
        #expect(difference.subject == .computation)
        #expect(difference.own == "500000>430000 40000000")
        #expect(difference.other == "500000>430000 4")
        // The author comes to its senses: what it then stands by is accepted.
        try world.say(World.chongqing, .proposal(honest))
        #expect(try world.saying(World.hunan, accepting: true) == ["acceptance"])
    }

    /// A cut that nobody will ever hold must not be accepted: the centre could not verify it.
    @Test func rightDigestOverAnUnknownCutIsNotAccepted() throws {
        var world = try World.withReadings()
        let honest = try own(world, World.chongqing)
        let far = honest.cut.map { CutLog(log: $0.log, size: $0.size + 1_000_000, root: $0.root) }
        try world.say(World.chongqing, altered(honest, cut: far))
        #expect(try world.saying(World.hunan, accepting: true) == ["proposal"])
        #expect(try world.settlement(World.hunan).state == .proposed)
    }

    /// The centre verifies, then records ten times the amount: the provinces see it at once.
    @Test func aLedgerThatIsNotWhatWasAcceptedIsSeen() throws {
        var world = try World.fullStory()
        let key = try World.key()
        let digest = try world.settlement(World.hunan).own.get().digest
        #expect(try world.settlement(World.hunan).ledger == .recorded)
        let party = try #require(PartyCode(World.hunan))
        let more = LedgerLine(key: key, settlementDigest: digest, party: party, amount: Fen(400_000_000))
        try world.say(World.centre, "central", .deduction(DeductionEntry(line: more)))
        for code in [World.chongqing, World.hunan] {
            #expect(try world.settlement(code).ledger == .differs)
            #expect(try world.settlement(code).state == .verified)
        }
    }

    /// A verdict about something nobody accepted verifies nothing and stops nobody.
    @Test func aVerdictOnWhatNobodyAcceptedCountsForNothing() throws {
        var world = try World.withReadings()
        let invented = VerdictEntry(
            key: try World.key(), settlementDigest: ContentDigest(of: Array("invented".utf8)), acceptances: [],
            conclusion: .verified)
        try world.say(World.centre, "central", .verdict(invented))
        #expect(try world.settlement(World.hunan).state == .computable)
        #expect(try world.saying(World.hunan) == ["proposal"])
    }

    /// A stranger's text under the agreement's name does not stand beside it.
    @Test func onlyPartiesDraftTheirAgreement() throws {
        var world = try World.signed()
        let agreement = try World.agreement()
        let other = AgreementEntry(
            agreement: agreement.agreement, channel: agreement.channel, parties: agreement.parties,
            schemeDigest: agreement.schemeDigest, validFrom: agreement.validFrom,
            validTo: try #require(Period("2030-12")))
        try world.say(World.guizhou, .agreement(other))
        #expect(try world.held().docket.agreements.terms.map(\.digest) == [agreement.digest])
        try world.say(World.hunan, .agreement(other))
        #expect(try world.held().docket.agreements.terms.count == 2)
    }

    @Test func otherHistoryIsNamedAsSuch() throws {
        var world = try World.withReadings()
        let proposal = try own(world, World.chongqing)
        let cut = proposal.cut.map { CutLog(log: $0.log, size: $0.size, root: MerkleHash.leaf([])) }
        try world.say(World.chongqing, altered(proposal, cut: cut, digest: ContentDigest(of: [])))
        let difference = try difference(try world.act(World.hunan), in: world)
        #expect(difference.subject == .notComputable)
        #expect(difference.place == "cut-differs")
    }

    @Test func centreRefusesAFalseDigest() throws {
        var world = try World.withReadings()
        let digest = ContentDigest(of: Array("agreed falsehood".utf8))
        let entry = altered(try own(world, World.chongqing), digest: digest)
        #expect(try conclusion(&world, entry, entry) == ["refused-digest-differs"])
        #expect(try world.settlement(World.centre).state == .refused)
        #expect(try world.held().docket.ledger.rewards.isEmpty)
    }

    @Test func centreRefusesAnUnknownRoot() throws {
        var world = try World.withReadings()
        let proposal = try own(world, World.chongqing)
        let cut = proposal.cut.map { CutLog(log: $0.log, size: $0.size, root: MerkleHash.leaf([1])) }
        let entry = altered(proposal, cut: cut)
        #expect(try conclusion(&world, entry, entry) == ["refused-cut-unknown"])
    }

    @Test func centreRefusesACorrectionThatIsNotEndorsed() throws {
        var world = try World.withReadings()
        try world.say(World.chongqing, "common", try LiyeReadings.correction())
        let entry = altered(try own(world, World.chongqing))
        #expect(try conclusion(&world, entry, entry) == ["refused-correction-not-endorsed"])
    }

    /// A log of somebody else is no ground for a settlement, whatever it says.
    @Test func cutsRestOnLogsOfThePartiesInTheirChannels() throws {
        for (code, channel) in [(World.guizhou, "common"), (World.hunan, "elsewhere"), (World.centre, "common")] {
            var world = try World.withReadings()
            try world.say(code, channel, try LiyeReadings.entry())
            let proposal = try own(world, World.chongqing)
            #expect(!proposal.cut.contains { $0.log.channel.text == channel && $0.log.node.text.hasPrefix(code) })
            let outside = try #require(try world.held().docket.head(of: World.origin(code, channel)))
            let entry = altered(proposal, cut: proposal.cut + [outside], digest: ContentDigest(of: []))
            try world.say(World.chongqing, entry)
            let difference = try difference(try world.act(World.hunan), in: world)
            #expect(difference.place == "other-terms", "\(code) \(channel)")
        }
    }

    /// The centre waits for its mirrors before it refuses: what is missing may be on its way.
    @Test func centreWaitsForItsMirrors() throws {
        var world = try World.withReadings()
        let correction = try world.say(World.chongqing, "common", try LiyeReadings.correction())
        try world.act(World.chongqing)
        try world.say(World.hunan, "common", .readingsEndorsement(ReadingsEndorsementEntry(correction: correction)))
        try world.act(World.hunan)
        try world.act(World.chongqing, accepting: true)
        try world.act(World.hunan, accepting: true)
        for code in [World.hunan, World.chongqing] {
            let short = try world.held(short: [(code, "common", try world.size(code, "common") - 1)])
            #expect(try world.due(World.centre, short).isEmpty, "\(code)")
        }
        #expect(try world.saying(World.centre) == ["verdict", "deduction", "reward"])
    }

    @Test func provincesHoldNoLedger() throws {
        var world = try World.withReadings()
        try world.act(World.chongqing)
        let before = try world.settlement(World.hunan)
        let digest = try before.own.get().digest
        let line = LedgerLine(
            key: try World.key(), settlementDigest: digest, party: try #require(PartyCode(World.chongqing)),
            amount: Fen(1))
        for channel in ["youshui", "common", "central"] {
            try world.say(
                World.chongqing, channel,
                .verdict(
                    VerdictEntry(
                        key: try World.key(), settlementDigest: digest, acceptances: [], conclusion: .verified)))
            try world.say(World.chongqing, channel, .reward(RewardEntry(line: line)))
            try world.say(World.chongqing, channel, .deduction(DeductionEntry(line: line)))
        }
        let docket = try world.held().docket
        #expect(docket.settlements.verdicts.isEmpty)
        #expect(docket.ledger.rewards.isEmpty)
        #expect(docket.ledger.deductions.isEmpty)
        #expect(try world.settlement(World.hunan).state == before.state)
        #expect(try world.saying(World.hunan) == ["proposal"])
    }
}
