import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

/// Finance and environment both have to approve; one alone changes nothing, and nobody else can.
@Suite struct ExemptionTests {
    private static let offices = ExemptionApprovalEntry.Office.allCases

    private func paid(_ world: World, _ code: String = World.hunan) throws -> [String] {
        try world.settlement(code).own.get().transfers.map { "\($0.payer.text) \($0.amount.formattedWanYuan)" }
    }

    /// The eastern river better, the western worse: 300 万元 one way, 200 the other.
    private func world() throws -> (World, EntryReference) {
        var world = try World.withBishui()
        try world.agreeOnClasses("Ⅱ", "Ⅴ")
        let request = try world.requestExemption()
        return (world, request)
    }

    @Test func bothOfficesAreNeeded() throws {
        for first in Self.offices {
            for second in Self.offices.reversed() where second != first {
                var (world, request) = try world()
                #expect(try paid(world) == ["430000 300", "500000 200"])
                let before = try world.settlement(World.hunan).own.get().digest
                try world.say(World.centre, "central", World.approval(request, first))
                #expect(try world.settlement(World.hunan).own.get().digest == before, "\(first.rawValue) alone")
                try world.say(World.centre, "central", World.approval(request, second))
                for code in [World.chongqing, World.hunan, World.centre] {
                    #expect(try paid(world, code) == ["430000 300"])
                }
            }
        }
    }

    /// A refusal, a word in another channel, a word by a party or a stranger, a request by a stranger.
    @Test func nobodyElseApproves() throws {
        var (world, request) = try world()
        for code in [World.hunan, World.chongqing, World.guizhou] {
            for channel in ["central", "youshui", "common"] {
                for office in Self.offices { try world.say(code, channel, World.approval(request, office)) }
            }
        }
        for office in Self.offices { try world.say(World.centre, "common", World.approval(request, office)) }
        try world.say(World.centre, "central", World.approval(request, .finance))
        try world.say(World.centre, "central", World.approval(request, .environment, .refused))
        #expect(try paid(world) == ["430000 300", "500000 200"])

        var (other, _) = try self.world()
        let strange = try other.say(
            World.guizhou,
            .exemptionRequest(
                ExemptionRequestEntry(
                    key: try World.bishuiKey(), reason: "洪灾",
                    facts: ["财政部门同意", "生态环境部门同意"].map { FactName(name: $0, arguments: ["西河"]) })))
        for office in Self.offices { try other.say(World.centre, "central", World.approval(strange, office)) }
        #expect(try paid(other) == ["430000 300", "500000 200"])
    }

    /// The proposal names the two approvals; others replay exactly these, and wait where they have not arrived.
    @Test func proposalsNameWhatTheyUse() throws {
        var (world, request) = try world()
        for office in Self.offices { try world.say(World.centre, "central", World.approval(request, office)) }
        let said = try world.act(World.chongqing)
        guard case .proposal(let proposal) = try world.entry(try #require(said.first)) else {
            Issue.record("no proposal")
            return
        }
        #expect(proposal.exemptionsApplied.map(\.index) == [0, 1])
        #expect(proposal.exemptionsApplied.allSatisfy { $0.log.channel.text == "central" })
        let early = try world.held(short: [(World.centre, "central", 1)])
        #expect(try world.due(World.hunan, accepting: true, early).map(\.entry.kind) == ["proposal"])
        let none = try world.held(short: [(World.centre, "central", 0)])
        #expect(try !world.due(World.hunan, accepting: true, none).map(\.entry.kind).contains("objection"))
        try world.act(World.hunan)
        for code in [World.chongqing, World.hunan] { try world.act(code, accepting: true) }
        #expect(try world.saying(World.centre) == ["verdict", "deduction", "reward"])
        #expect(try world.settlement(World.hunan).state == .recorded)
    }

    /// A proposal that uses one approval alone, or an entry that is none, is objected to.
    @Test(arguments: [[0], [1], [0, 2], [5]])
    func halfAnExemptionIsNone(_ indices: [Int]) throws {
        var (world, request) = try world()
        for office in Self.offices { try world.say(World.centre, "central", World.approval(request, office)) }
        for _ in 0..<4 { try world.say(World.centre, "central", World.approval(request, .finance, .refused)) }
        for office in Self.offices { try world.say(World.centre, "central", World.approval(request, office)) }
        let honest = try world.settlement(World.chongqing).own.get().proposal
        let central = try World.origin(World.centre, "central")
        try world.say(
            World.chongqing,
            .proposal(
                ProposalEntry(
                    key: honest.key, cut: honest.cut, correctionsNotApplied: [],
                    exemptionsApplied: indices.map { EntryReference(log: central, index: $0) },
                    schemeDigest: honest.schemeDigest, settlementDigest: honest.settlementDigest,
                    transfers: honest.transfers)))
        let said = try world.act(World.hunan, accepting: true)
        let objection = try said.compactMap { place -> ObjectionEntry? in
            if case .objection(let objection) = try world.entry(place) { objection } else { nil }
        }.first
        #expect(objection?.difference.place == "exemption-not-approved")
    }

    /// Approved after recording: nothing is edited, an adjustment gives back what was paid.
    @Test func approvedAfterRecordingItAdjusts() throws {
        var (world, request) = try world()
        func settle() throws {
            for code in [World.chongqing, World.hunan] { try world.act(code) }
            for code in [World.chongqing, World.hunan] { try world.act(code, accepting: true) }
            try world.act(World.centre)
        }
        try settle()
        for office in Self.offices { try world.say(World.centre, "central", World.approval(request, office)) }
        try settle()
        // Withdrawn again: what was approved then still explains what was recorded then.
        try world.say(World.centre, "central", World.approval(request, .finance, .refused))
        try settle()
        let cases = try world.cases(World.hunan)
        #expect(cases.map(\.state) == [.recorded, .recorded, .recorded])
        let transfers = cases.map { $0.verified?.transfers.map { "\($0.payer.text) \($0.amount.formattedWanYuan)" } }
        #expect(transfers == [["430000 300", "500000 200"], ["430000 200"], ["500000 200"]])
    }

    @Test func theOfficesAreToldThatARequestWaits() throws {
        var (world, request) = try world()
        func waiting() throws -> [String] {
            SettlementDuties(try world.held().docket, calendar: .weekends, standardWindow: nil)
                .duties(of: try world.settlement(World.hunan)).filter { $0.act == .decideExemption }
                .map { "\($0.party.text) \($0.subject)" }
        }
        #expect(try waiting() == ["100000 \(request.text) finance", "100000 \(request.text) environment"])
        try world.say(World.centre, "central", World.approval(request, .finance))
        #expect(try waiting() == ["100000 \(request.text) environment"])
        try world.say(World.centre, "central", World.approval(request, .environment, .refused))
        #expect(try waiting().isEmpty)
    }

    /// Where the agreement names a party for an office, that party speaks in the agreement's channel, and the centre
    /// no longer does.
    @Test func theAgreementCanNameWhoDecides() throws {
        var duties = AgreementDuties()
        let hunan = try #require(PartyCode(World.hunan))
        duties.financeOffice = hunan
        let agreement = try World.bishuiAgreement(duties)
        #expect(agreement.digest != (try World.bishuiAgreement()).digest)
        var world = try World.withBishui(agreement)
        try world.agreeOnClasses("Ⅱ", "Ⅴ", under: agreement)
        let request = try world.requestExemption(under: agreement)
        for office in Self.offices { try world.say(World.centre, "central", World.approval(request, office)) }
        #expect(try paid(world) == ["430000 300", "500000 200"])
        try world.say(World.chongqing, World.approval(request, .finance))
        try world.say(World.hunan, "common", World.approval(request, .finance))
        #expect(try paid(world) == ["430000 300", "500000 200"])
        try world.say(World.hunan, World.approval(request, .finance))
        #expect(try paid(world) == ["430000 300"])
    }

    /// What the agreement fixes is nobody's to exempt, and approving it stands in the way of nothing.
    @Test func whatTheAgreementFixesIsNotExempted() throws {
        let agreement = try World.bishuiAgreement(
            fixing: [StatedValue(SuppliedValue(name: "财政部门同意", arguments: ["西河"], value: "no"))])
        var world = try World.withBishui(agreement)
        try world.agreeOnClasses("Ⅱ", "Ⅴ", under: agreement)
        let request = try world.requestExemption(under: agreement)
        for office in Self.offices { try world.say(World.centre, "central", World.approval(request, office)) }
        #expect(try paid(world) == ["430000 300", "500000 200"])
    }
}
