import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

/// Versions of the 酉水 agreement whose monthly amount is a parameter, under a framework with a minimum.
extension World {
    /// The library's scheme with the amount left open.
    static func openScheme() throws -> String {
        let text = try Repository.youshui()
        let open = text.replacing(#"let 月补偿额 "monthly amount" = 40 万元"#, with: #"param 月补偿额 "monthly amount": 万元"#)
        try #require(open != text)
        return open
    }

    /// At least 40 万元 a month and three years.
    static func framework() throws -> String {
        let text = try openScheme().replacing("scheme youshui-2019", with: "scheme framework")
            .replacing("valid from 2019-01 to 2024-12", with: "valid from 2019-01 to 2024-12 at-least 3 years")
        return text
            + "\n```tongzhou\nrequire 月补偿额 >= 40 万元\n  \"每月不低于 40 万元\" \"at least 400 000 yuan a month\"\n```\n"
    }

    /// A version of the open scheme.
    static func version(
        _ amount: String?, from: String = "2020-01", to: String = "2022-12", underFramework: Bool = true,
        replaces: [ContentDigest] = [], authority: [SourceAuthority] = [], duties: AgreementDuties = AgreementDuties()
    ) throws -> AgreementEntry {
        AgreementEntry(
            agreement: try #require(AgreementID("youshui-2019")), channel: try #require(ChannelName("youshui")),
            parties: [try #require(PartyCode(chongqing)), try #require(PartyCode(hunan))],
            schemeDigest: SchemeEntry(text: try openScheme()).digest, validFrom: try #require(Period(from)),
            validTo: try #require(Period(to)),
            parentSchemeDigest: underFramework ? SchemeEntry(text: try framework()).digest : nil, replaces: replaces,
            parameters: amount.map { [StatedValue(SuppliedValue(name: "月补偿额", value: $0))] } ?? [],
            authority: authority,
            duties: duties)
    }

    /// A world in which 湖南 has said the two schemes.
    static func withSchemes() throws -> World {
        var world = try World()
        try world.say(hunan, .scheme(SchemeEntry(text: try openScheme())))
        try world.say(hunan, .scheme(SchemeEntry(text: try framework())))
        return world
    }

    mutating func draft(_ version: AgreementEntry, by code: String = World.hunan) throws {
        try say(code, .agreement(version))
    }

    mutating func sign(_ version: AgreementEntry, _ codes: [String] = [World.hunan, World.chongqing]) throws {
        for code in codes {
            try say(
                code,
                .agreementSignature(
                    AgreementSignatureEntry(agreement: version.agreement, agreementDigest: version.digest)))
        }
    }

    mutating func end(_ version: AgreementEntry, _ last: String, _ reason: String, by codes: [String]) throws {
        for code in codes {
            try say(
                code,
                .agreementEnd(
                    AgreementEndEntry(
                        agreement: version.agreement, agreementDigest: version.digest,
                        lastPeriod: try #require(Period(last)), reason: reason)))
        }
    }

    func terms(_ version: AgreementEntry) throws -> AgreementTerms {
        let found = try held().docket.agreements.terms.first { $0.digest == version.digest }
        return try #require(found)
    }

    /// April 2021 from the readings to the centre's record.
    mutating func settleApril() throws {
        try say(World.hunan, "common", try LiyeReadings.entry())
        for code in [World.chongqing, World.hunan] { try act(code) }
        for code in [World.chongqing, World.hunan] { try act(code, accepting: true) }
        try act(World.centre)
    }
}
