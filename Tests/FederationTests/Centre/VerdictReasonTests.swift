import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

/// Both parties stand by the same words and accept each other's; for each way in which these are wrong, the centre says
/// its own reason, and the parties come to the same by themselves.
@Suite struct VerdictReasonTests {
    /// What both parties propose in place of what they computed.
    typealias Alteration = @Sendable (inout World, ProposalEntry) throws -> ProposalEntry

    private static func altered(
        _ proposal: ProposalEntry, cut: [CutLog]? = nil, notApplied: [EntryReference]? = nil,
        digest: ContentDigest? = nil, transfers: [TransferTerms]? = nil
    ) -> ProposalEntry {
        ProposalEntry(
            key: proposal.key, cut: cut ?? proposal.cut,
            correctionsNotApplied: notApplied ?? proposal.correctionsNotApplied,
            schemeDigest: proposal.schemeDigest, settlementDigest: digest ?? proposal.settlementDigest,
            transfers: transfers ?? proposal.transfers)
    }

    private static let cases: [(VerdictEntry.Conclusion, Alteration)] = [
        (.verified, { _, proposal in proposal }),
        (.digestDiffers, { _, proposal in altered(proposal, digest: ContentDigest(of: [1])) }),
        (
            .transfersDiffer,
            { _, proposal in
                altered(
                    proposal,
                    transfers: proposal.transfers.map {
                        TransferTerms(payer: $0.payer, payee: $0.payee, amount: Fen(1))
                    })
            }
        ),
        (
            .cutUnknown,
            { _, proposal in
                altered(
                    proposal,
                    cut: proposal.cut.map { CutLog(log: $0.log, size: $0.size, root: MerkleHash.leaf([1])) })
            }
        ),
        (
            .otherTerms,
            { world, proposal in
                try world.say(World.guizhou, "common", try LiyeReadings.entry())
                let stranger = try World.origin(World.guizhou, "common")
                let head = try #require(try world.held().docket.head(of: stranger))
                return altered(proposal, cut: proposal.cut + [head])
            }
        ),
        (
            .notComputable,
            { world, proposal in
                // The same reading, said with another value: the cut contradicts itself.
                let row = try #require(try LiyeReadings.contents().first)
                let other = ReadingContent(
                    time: row.time, status: row.status,
                    values: [IndicatorValue(.permanganateIndex, try #require(MeasuredValue("1")))])
                try world.say(World.chongqing, "common", try LiyeReadings.entry([other]))
                let docket = try world.held().docket
                return altered(
                    proposal,
                    cut: docket.heads.filter { head in
                        [World.hunan, World.chongqing].contains { head.log.node.text.hasPrefix($0) }
                    })
            }
        ),
        (
            .correctionNotEndorsed,
            { world, _ in
                try world.say(World.chongqing, "common", try LiyeReadings.correction())
                // 重庆 applies its own correction, 湖南 has not endorsed it.
                return try world.settlement(World.chongqing).own.get().proposal
            }
        ),
        (
            .exemptionNotApproved,
            { _, proposal in
                // A reading is no approval.
                ProposalEntry(
                    key: proposal.key, cut: proposal.cut, correctionsNotApplied: [],
                    exemptionsApplied: [
                        EntryReference(log: try World.origin(World.hunan, "common"), index: 0)
                    ],
                    schemeDigest: proposal.schemeDigest, settlementDigest: proposal.settlementDigest,
                    transfers: proposal.transfers)
            }
        ),
    ]

    @Test(arguments: VerdictEntry.Conclusion.allCases)
    func everyReasonIsReached(_ reason: VerdictEntry.Conclusion) throws {
        let (_, alter) = try #require(Self.cases.first { $0.0 == reason })
        var world = try World.withReadings()
        let honest = try world.settlement(World.chongqing).own.get().proposal
        let entry = try alter(&world, honest)
        for code in [World.hunan, World.chongqing] { try world.say(code, .proposal(entry)) }
        let register = try world.held().docket.settlements
        let places = register.proposals.map { ($0.party.text, $0.record.reference) }
        for (code, place) in places.map({ ($0.0 == World.hunan ? World.chongqing : World.hunan, $0.1) }) {
            try world.say(
                code,
                .acceptance(
                    AcceptanceEntry(key: entry.key, proposal: place, settlementDigest: entry.settlementDigest)))
        }
        #expect(try world.settlement(World.hunan).state == .agreed)
        let said = try world.act(World.centre)
        guard case .verdict(let verdict) = try world.entry(try #require(said.first)) else {
            Issue.record("no verdict")
            return
        }
        #expect(verdict.conclusion == reason)
        // A refusal is recorded with no line, and the parties find nothing wrong with it.
        #expect((said.count == 1) == (reason != .verified))
        for code in [World.hunan, World.chongqing, World.centre] {
            #expect(try world.settlement(code).state == (reason == .verified ? .recorded : .refused))
            #expect(try world.findings(code).isEmpty, "\(code)")
        }
        // The centre says the opposite instead: both see that it does not follow.
        let lie = VerdictEntry(
            key: entry.key, settlementDigest: entry.settlementDigest, acceptances: verdict.acceptances,
            conclusion: reason == .verified ? .digestDiffers : .verified)
        try world.central(.verdict(lie))
        if reason != .verified {
            for code in [World.hunan, World.chongqing] {
                #expect(try world.findings(code).contains("ledger-verdict-differs youshui-2019 2021-04"), "\(code)")
            }
        }
    }
}
