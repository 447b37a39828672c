import Compensation
import Federation
import Testing
import TransparencyLog

/// Two texts of one agreement in one year: each clears what it settles, and waits for nothing of the other.
@Suite struct VersionTests {
    private static let upstream = "500118"
    private static let downstream = "500116"

    private static let scheme = """
        # 临江河

        ```tongzhou
        scheme linjiang-2023
        title "临江河" "Linjiang"
        party 永川区 "Yongchuan" = 500118
        party 江津区 "Jiangjin" = 500116
        section 茨坝 "Ciba" = 500118-ciba river
        period quarter
        valid from 2023-Q1 to 2024-Q4
        let 均值 "means" = mean of readings at 茨坝 where status is normal
        let 类别 "class" = class of 均值 by CODMn, NH3-N, TP
        pay 补偿 "compensation"
          when missing 类别: nothing
          otherwise: 江津区 pays 永川区 100 万元
        ```
        """

    private static func renew(_ world: inout MoneyWorld, from quarter: String) throws -> ContentDigest {
        let first = world.agreement
        let second = AgreementEntry(
            agreement: first.agreement, channel: first.channel, parties: first.parties,
            schemeDigest: first.schemeDigest, validFrom: try EntryVectors.period(quarter), validTo: first.validTo,
            replaces: [first.digest])
        try world.say(upstream, .agreement(second))
        for party in world.parties {
            try world.say(
                party,
                .agreementSignature(
                    AgreementSignatureEntry(agreement: second.agreement, agreementDigest: second.digest)))
        }
        return second.digest
    }

    private static func missing(_ world: MoneyWorld, _ digests: [ContentDigest]) throws -> [[String]] {
        let desk = try world.desk()
        return try digests.map { digest in
            let money = try #require(try desk.agreements().first { $0.terms.digest == digest })
            return desk.clearing(of: try EntryVectors.period("2023"), money).missing.map(\.text)
        }
    }

    /// The second text governs from the third quarter on.
    private static func world(readIn months: [String]) throws -> (MoneyWorld, [ContentDigest]) {
        var world = try MoneyWorld(scheme, at: "2023-01-05T09:00:00+08:00")
        let second = try renew(&world, from: "2023-Q3")
        for month in months { try world.read("500118-ciba", "2023-\(month)-15", codmn: "3") }
        try world.settle(at: "2024-01-10T09:00:00+08:00")
        return (world, [world.agreement.digest, second])
    }

    @Test func eachIsCompleteByItself() throws {
        let (world, digests) = try Self.world(readIn: ["02", "05", "08"])
        // The first quarters are the first text's and both settled; of the second text's the last is missing.
        #expect(try Self.missing(world, digests) == [[], ["2023-Q4"]])
        let steps = ClearingNextSteps(try world.desk(), channel: try #require(ChannelName("central")))
        #expect(try steps.due().count == 1)
    }

    /// A renewal that begins in the past waits for nothing that is on record under the text before.
    @Test func aRenewalIsCompleteWithoutWhatIsOnRecord() throws {
        var world = try MoneyWorld(Self.scheme, at: "2023-01-05T09:00:00+08:00")
        for month in ["02", "05"] { try world.read("500118-ciba", "2023-\(month)-15", codmn: "3") }
        try world.settle(at: "2023-07-10T09:00:00+08:00")
        let second = try Self.renew(&world, from: "2023-Q1")
        #expect(try Self.missing(world, [world.agreement.digest, second]) == [[], ["2023-Q3", "2023-Q4"]])
    }

    /// Which text a year's money is about: those with anything of the year, or else those that govern a part of it.
    @Test(
        arguments: [
            ([], "2023", [0, 1]), ([], "2024", [1]), (["02"], "2023", [0]), (["02", "08"], "2023", [0, 1]),
        ] as [([String], String, [Int])])
    func theTextsThatAYearIsAbout(_ months: [String], _ year: String, _ expected: [Int]) throws {
        let (world, digests) = try Self.world(readIn: months)
        let desk = try world.desk()
        let fitting = desk.concerned(by: try EntryVectors.period(year), among: try desk.agreements())
        #expect(digests.indices.filter { place in fitting.contains { $0.terms.digest == digests[place] } } == expected)
    }

    /// 1 million in advance for 2024, and then the agreement ends with 2023 or another text takes its place from 2024
    /// on: there is nothing left to deduct it from, so it is given back at once. While 2024 may still be settled under
    /// the text, it is waited for, also after its end.
    @Test(arguments: ["ended", "replaced", "in force"])
    func anAdvanceThatNothingIsLeftForIsGivenBack(_ fate: String) throws {
        var world = try MoneyWorld(Self.scheme, at: "2023-01-05T09:00:00+08:00")
        let item = PaymentItem(advanceFor: try EntryVectors.period("2024"), amount: Fen(100_000_000))
        let advance = try world.pay(Self.downstream, Self.upstream, "1号", [item])
        if fate == "ended" {
            let end = AgreementEndEntry(
                agreement: world.agreement.agreement, agreementDigest: world.agreement.digest,
                lastPeriod: try EntryVectors.period("2023-Q4"), reason: "不再续")
            for party in world.parties { try world.say(party, .agreementEnd(end)) }
        }
        if fate == "replaced" { _ = try Self.renew(&world, from: "2024-Q1") }
        let digest = world.agreement.digest
        func money() throws -> AgreementMoney {
            try #require(try world.desk().agreements().first { $0.terms.digest == digest })
        }
        func year() throws -> ClearingCase {
            try world.desk().clearing(of: try EntryVectors.period("2024"), try money())
        }
        world.world.now = try #require(Timestamp("2024-02-01T09:00:00+08:00"))
        // Nobody has confirmed it: there is nothing to give back.
        #expect(try !year().isDue)
        try world.receive(Self.upstream, advance, 100_000_000)
        #expect(try money().terms.settles(try EntryVectors.period("2024")) == (fate == "in force"))
        guard fate != "in force" else {
            #expect(try !year().isDue)
            world.world.now = try #require(Timestamp("2025-02-01T09:00:00+08:00"))
            #expect(try !year().isDue && year().missing.count == 4)
            return
        }
        #expect(try year().isDue && year().isComplete)
        let channel = try #require(ChannelName("central"))
        let drafts = try ClearingNextSteps(world.desk(), channel: channel).due()
        #expect(drafts.count == 1)
        for draft in drafts { try world.say(World.centre, draft.entry) }
        #expect(try year().records.map(\.standing) == [.stands] && !year().isDue)
        #expect(
            MoneyWorld.lines(try year().claims.map(\.transfer)) == ["\(Self.upstream) \(Self.downstream) 100000000"])
    }
}
