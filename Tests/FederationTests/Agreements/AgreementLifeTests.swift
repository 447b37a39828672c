import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

/// From the draft to the end of an agreement; what another party forces into a log moves nothing.
@Suite struct AgreementLifeTests {
    private func month(_ text: String) throws -> Period { try #require(Period(text)) }

    @Test func inForceWhenAllHaveSigned() throws {
        var world = try World.withSchemes()
        let version = try World.version("40 万元")
        try world.draft(version)
        #expect(try world.terms(version).state(at: world.now) == .negotiated)
        try world.sign(version, [World.hunan])
        #expect(try world.terms(version).signedBy.map(\.text) == [World.hunan])
        #expect(try world.terms(version).signedAt == nil)
        // Neither a stranger's signature nor one in another channel is the other party's.
        try world.sign(version, [World.guizhou])
        try world.say(
            World.chongqing, "common",
            .agreementSignature(
                AgreementSignatureEntry(agreement: version.agreement, agreementDigest: version.digest)))
        #expect(try !world.terms(version).isFullySigned)
        try world.sign(version, [World.chongqing])
        #expect(try world.terms(version).inForce)
        #expect(try world.terms(version).signedAt == world.now)
        #expect(try world.terms(version).state(at: world.now) == .inForce)
    }

    @Test(arguments: [
        ("2019-12-31T23:59:59+08:00", AgreementState.upcoming), ("2020-01-01T00:00:00+08:00", .inForce),
        ("2022-12-31T23:59:59+08:00", .inForce), ("2023-01-01T00:00:00+08:00", .expired),
    ])
    func stateFollowsTheValidity(_ moment: String, _ state: AgreementState) throws {
        var world = try World.withSchemes()
        let version = try World.version("40 万元")
        try world.draft(version)
        try world.sign(version)
        #expect(try world.terms(version).state(at: try #require(Timestamp(moment))) == state)
    }

    /// Golden C9 in the terms of 酉水: above and at the minimum it counts, below it does not, whoever signs.
    @Test(arguments: [
        ("60 万元", true), ("40 万元", true), ("400000 元", true), ("39.99 万元", false), ("0 万元", false),
        ("-40 万元", false),
    ])
    func belowTheMinimumNeverCounts(_ amount: String, _ counts: Bool) throws {
        var world = try World.withSchemes()
        let version = try World.version(amount)
        try world.draft(version)
        try world.sign(version)
        try world.say(World.hunan, "common", try LiyeReadings.entry())
        #expect(try world.terms(version).isFullySigned)
        #expect(try world.terms(version).inForce == counts)
        #expect(try world.terms(version).problems.map(\.code) == (counts ? [] : [.belowMinimum]))
        let kinds = try world.saying(World.hunan)
        #expect(kinds == (counts ? ["proposal"] : []))
        #expect(try world.act(World.centre).isEmpty)
    }

    @Test(arguments: [
        ("2020-01", "2022-12", true), ("2020-01", "2022-11", false), ("2020-03", "2023-02", true),
        ("2020-03", "2023-01", false), ("2022-01", "2021-12", false),
    ])
    func noShorterThanTheParentDemands(_ from: String, _ to: String, _ counts: Bool) throws {
        var world = try World.withSchemes()
        let version = try World.version("40 万元", from: from, to: to)
        try world.draft(version)
        try world.sign(version)
        #expect(try world.terms(version).inForce == counts)
    }

    @Test func whatStandsAgainstATextIsNamed() throws {
        let liye = try #require(SectionID("430000-liye"))
        let elsewhere = try #require(SectionID("430000-elsewhere"))
        var duties = AgreementDuties()
        duties.leastYears = 4
        let versions: [(AgreementEntry, [AgreementProblem.Code])] = [
            (try World.version(nil), [.minimumOpen]), (try World.version(nil, underFramework: false), []),
            (try World.version("40 t"), [.parameterRefused, .belowMinimum]),
            (try World.version("40 万元", to: "2021-12", underFramework: false), []),
            (try World.version("40 万元", duties: duties), [.tooShort]),
            (
                try World.version(
                    "40 万元", authority: [SourceAuthority(section: elsewhere, source: "a", needsEndorsement: false)]),
                [.unknownSection]
            ),
            (
                try World.version(
                    "40 万元", authority: [SourceAuthority(section: liye, source: "a", needsEndorsement: false)]), []
            ),
        ]
        for (version, problems) in versions {
            var world = try World.withSchemes()
            try world.draft(version)
            #expect(try world.terms(version).problems.map(\.code) == problems)
        }
        var world = try World()
        try world.say(World.hunan, .scheme(SchemeEntry(text: try World.openScheme())))
        let version = try World.version("40 万元")
        try world.draft(version)
        #expect(try world.terms(version).problems.map(\.code) == [.parentMissing])
        try world.say(World.chongqing, .scheme(SchemeEntry(text: try World.framework())))
        #expect(try world.terms(version).problems.isEmpty)
    }

    /// The amount fixed in the agreement is the amount that is paid: 12 rows in maintenance, class Ⅳ, as in F1.
    @Test(arguments: [("40 万元", 40_000_000), ("55.5 万元", 55_500_000)] as [(String, Int64)])
    func theParameterReachesTheAmount(_ amount: String, _ fen: Int64) throws {
        var world = try World.withSchemes()
        let version = try World.version(amount)
        try world.draft(version)
        try world.sign(version)
        try world.say(World.hunan, "common", try LiyeReadings.entry())
        let own = try world.settlement(World.hunan).own.get()
        #expect(own.transfers.map(\.amount.count) == [fen])
        #expect(own.transfers.map(\.payer.text) == [World.chongqing])
    }

    @Test func aNewVersionReplacesFromItsFirstPeriod() throws {
        var world = try World.withSchemes()
        let first = try World.version("40 万元")
        let second = try World.version("50 万元", from: "2021-05", to: "2024-12", replaces: [first.digest])
        try world.draft(first)
        try world.draft(second)
        // The new version is signed by all before the old one is: what it replaces still goes before it.
        try world.sign(second)
        #expect(try world.terms(second).inForce)
        try world.sign(first)
        for version in [first, second] { #expect(try world.terms(version).problems.isEmpty) }
        #expect(try world.terms(first).governs(month("2021-04")))
        #expect(try !world.terms(first).governs(month("2021-05")))
        #expect(try world.terms(second).governs(month("2021-05")))

        world = try World.withSchemes()
        try world.draft(first)
        try world.sign(first)
        try world.draft(second)
        try world.sign(second, [World.chongqing])
        #expect(try world.terms(first).governs(month("2021-05")))
        try world.sign(second, [World.hunan])
        #expect(try world.terms(first).governs(month("2021-04")))
        #expect(try !world.terms(first).governs(month("2021-05")))
        #expect(try world.terms(second).governs(month("2021-05")))
        #expect(try !world.terms(second).governs(month("2021-04")))
        #expect(try world.terms(first).replaced?.by == second.digest)
        #expect(try world.terms(first).state(at: try #require(Timestamp("2021-05-06T09:00:00+08:00"))) == .replaced)
    }

    @Test func aRivalTextThatReplacesNothingDoesNotCount() throws {
        var world = try World.withSchemes()
        let first = try World.version("40 万元")
        let rival = try World.version("50 万元")
        for version in [first, rival] {
            try world.draft(version)
            try world.sign(version)
        }
        #expect(try world.terms(first).inForce)
        #expect(try world.terms(rival).problems.map(\.code) == [.otherInForce])
    }

    /// One party alone signs an abandoned text at last: the version that took its place stands, with what is on record.
    @Test func aLateSignatureUndoesNothing() throws {
        var world = try World.withSchemes()
        let abandoned = try World.version("50 万元")
        try world.draft(abandoned)
        try world.sign(abandoned, [World.hunan])
        let signed = try World.version("40 万元", replaces: [abandoned.digest])
        try world.draft(signed)
        try world.sign(signed)
        try world.settleApril()
        let before = try world.cases(World.hunan).map { "\($0.key.agreementDigest.hex) \($0.state.rawValue)" }
        #expect(before == ["\(signed.digest.hex) recorded"])
        try world.sign(abandoned, [World.chongqing])
        #expect(try world.terms(signed).inForce)
        #expect(try !world.terms(abandoned).governs(month("2021-04")))
        for code in [World.hunan, World.chongqing, World.centre] {
            #expect(try world.cases(code).map { "\($0.key.agreementDigest.hex) \($0.state.rawValue)" } == before)
        }
    }

    /// Renewed with a validity that begins in the past: what is on record is not settled and paid a second time.
    @Test func aRenewalLeavesWhatIsOnRecord() throws {
        var world = try World.withSchemes()
        let first = try World.version("40 万元")
        try world.draft(first)
        try world.sign(first)
        try world.settleApril()
        let second = try World.version("50 万元", replaces: [first.digest])
        try world.draft(second)
        try world.sign(second)
        #expect(try world.terms(second).governs(month("2021-04")))
        for code in [World.hunan, World.chongqing, World.centre] {
            #expect(
                try world.cases(code).map { "\($0.key.agreementDigest.hex) \($0.state.rawValue)" }
                    == ["\(first.digest.hex) recorded"])
            #expect(try world.saying(code).isEmpty)
        }
    }

    /// Two others choose the same name in a channel of their own: theirs and this are two agreements.
    @Test func strangersOfTheSameNameTakeNothing() throws {
        var world = try World.withSchemes()
        let version = try World.version("40 万元")
        try world.draft(version)
        try world.sign(version)
        let other = AgreementEntry(
            agreement: version.agreement, channel: try #require(ChannelName("other")), parties: version.parties,
            schemeDigest: version.schemeDigest, validFrom: version.validFrom, validTo: version.validTo,
            replaces: [version.digest], parameters: version.parameters)
        for code in [World.hunan, World.chongqing] {
            try world.say(code, "other", .agreement(other))
            try world.say(
                code, "other",
                .agreementSignature(AgreementSignatureEntry(agreement: other.agreement, agreementDigest: other.digest)))
        }
        #expect(try world.terms(other).inForce)
        #expect(try world.terms(version).replaced == nil)
        #expect(try world.terms(version).governs(month("2021-04")))
    }

    /// However many ends a party writes, the first 64 different ones count.
    @Test func endsWithoutNumberCountNoMoreThanSome() throws {
        var world = try World.withSchemes()
        let version = try World.version("40 万元")
        try world.draft(version)
        try world.sign(version)
        for number in 0..<70 {
            for _ in 0..<2 { try world.end(version, "2021-03", "\(number)", by: [World.chongqing]) }
        }
        #expect(try world.terms(version).ends.count == 64)
        try world.end(version, "2021-03", "69", by: [World.hunan])
        #expect(try world.terms(version).agreedEnd == nil)
        try world.end(version, "2021-03", "63", by: [World.hunan])
        #expect(try world.terms(version).agreedEnd?.reason == "63")
    }

    @Test func endsWhenAllSayTheSame() throws {
        var world = try World.withSchemes()
        let version = try World.version("40 万元")
        try world.draft(version)
        try world.sign(version)
        let hunan = try #require(PartyCode(World.hunan))
        try world.end(version, "2021-03", "断面撤销", by: [World.chongqing, World.guizhou])
        try world.end(version, "2021-04", "断面撤销", by: [World.hunan])
        try world.end(version, "2021-03", "另一理由", by: [World.hunan])
        #expect(try world.terms(version).agreedEnd == nil)
        #expect(try world.terms(version).offeredEnd(to: hunan)?.record.body.lastPeriod.text == "2021-03")
        try world.end(version, "2021-03", "断面撤销", by: [World.hunan])
        let terms = try world.terms(version)
        #expect(terms.agreedEnd?.lastPeriod.text == "2021-03")
        #expect(try terms.governs(month("2021-03")))
        #expect(try !terms.governs(month("2021-04")))
        #expect(terms.state(at: try #require(Timestamp("2021-03-31T23:59:59+08:00"))) == .inForce)
        #expect(terms.state(at: world.now) == .ended)
        // Readings of April are there, and nothing is settled.
        try world.say(World.hunan, "common", try LiyeReadings.entry())
        #expect(try world.due(World.hunan).isEmpty)
    }

    /// Not a period of the scheme, or beyond the validity: no end that anybody could mean.
    @Test(arguments: ["2021", "2023-01", "2019-12"])
    func anImpossibleEndEndsNothing(_ last: String) throws {
        var world = try World.withSchemes()
        let version = try World.version("40 万元")
        try world.draft(version)
        try world.sign(version)
        try world.end(version, last, "x", by: [World.hunan, World.chongqing])
        #expect(try world.terms(version).agreedEnd == nil)
    }

    @Test func filedByTheCentreAfterAParty() throws {
        var world = try World.withSchemes()
        let version = try World.version("40 万元")
        try world.draft(version)
        try world.sign(version)
        let filing = Entry.agreementFiling(
            AgreementFilingEntry(agreement: version.agreement, agreementDigest: version.digest))
        func filed(_ place: EntryReference) -> Entry {
            .agreementFiled(
                AgreementFiledEntry(
                    agreement: version.agreement, agreementDigest: version.digest, filing: place))
        }
        let stranger = try world.say(World.guizhou, filing)
        #expect(try world.terms(version).filing == nil)
        try world.say(World.centre, "central", filed(stranger))
        let place = try world.say(World.hunan, filing)
        #expect(try world.terms(version).filing?.party.text == World.hunan)
        #expect(try world.terms(version).filed == nil)
        try world.say(World.chongqing, filed(place))
        try world.say(World.centre, "common", filed(place))
        #expect(try world.terms(version).filed == nil)
        try world.say(World.centre, "central", filed(place))
        #expect(try world.terms(version).filed != nil)
    }

    /// Golden C9 under the municipal plan of the library: 150 and 300 万元 stand, 80 and 200 are refused.
    @Test(
        arguments: [
            (["150 万元", "300 万元"], []), (["100 万元", "200 万元"], []), (["80 万元", "200 万元"], [.belowMinimum]),
            (["100 万元", "199.99 万元"], [.belowMinimum]), (["100 万元"], [.minimumOpen]),
        ] as [([String], [AgreementProblem.Code])])
    func theMunicipalMinimumBinds(_ amounts: [String], _ problems: [AgreementProblem.Code]) throws {
        let text = try Repository.youshui().replacing(
            #"let 月补偿额 "monthly amount" = 40 万元"#,
            with: """
                param 相差一类标准 "one class": 万元
                param 相差两类标准 "two classes": 万元
                let 月补偿额 "monthly amount" = 相差一类标准
                """)
        let scheme = try Scheme.load(Array(text.utf8)).get()
        let plan = try Repository.bytes("schemes/重庆-2023.md")
        let base = try World.version(nil)
        let entry = AgreementEntry(
            agreement: base.agreement, channel: base.channel, parties: base.parties,
            schemeDigest: SchemeEntry(text: text).digest, validFrom: base.validFrom, validTo: base.validTo,
            parentSchemeDigest: ContentDigest(of: plan),
            parameters: zip(["相差一类标准", "相差两类标准"], amounts).map { StatedValue(SuppliedValue(name: $0, value: $1)) })
        let found = AgreementSoundness.problems(entry, scheme: scheme, parent: try Scheme.load(plan).get())
        #expect(found.map(\.code) == problems)
    }
}
