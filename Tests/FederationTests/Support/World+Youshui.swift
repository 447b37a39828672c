import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

/// The conversation about 酉水, as far as a test needs it.
extension World {
    static func agreement() throws -> AgreementEntry {
        AgreementEntry(
            agreement: try #require(AgreementID("youshui-2019")), channel: try #require(ChannelName("youshui")),
            parties: [try #require(PartyCode(chongqing)), try #require(PartyCode(hunan))],
            schemeDigest: SchemeEntry(text: try Repository.youshui()).digest,
            validFrom: try #require(Period("2021-01")), validTo: try #require(Period("2021-12")))
    }

    static func key() throws -> SettlementKey {
        let agreement = try agreement()
        return SettlementKey(
            agreement: agreement.agreement, agreementDigest: agreement.digest, period: try #require(Period("2021-04")))
    }

    /// Scheme, agreement and both signatures; no readings yet.
    static func signed() throws -> World {
        var world = try World()
        let agreement = try agreement()
        let signature = Entry.agreementSignature(
            AgreementSignatureEntry(agreement: agreement.agreement, agreementDigest: agreement.digest))
        try world.say(hunan, .scheme(SchemeEntry(text: try Repository.youshui())))
        try world.say(hunan, .agreement(agreement))
        try world.say(hunan, signature)
        try world.say(chongqing, signature)
        try world.say(
            chongqing, "common",
            .section(
                SectionEntry(
                    section: try #require(SectionID("430000-liye")), name: Bilingual(zh: "里耶镇", en: "Liye Town"),
                    aliases: [], river: "酉水", basin: "长江流域", bodyType: .river, controlLevel: .national,
                    upstream: try #require(PartyCode(chongqing)), downstream: try #require(PartyCode(hunan)))))
        return world
    }

    /// Signed, and 湖南 has recorded the readings of April 2021.
    static func withReadings() throws -> World {
        var world = try signed()
        try world.say(hunan, "common", try LiyeReadings.entry())
        return world
    }

    /// From the readings to the agreed and recorded, corrected settlement.
    static func fullStory() throws -> World {
        var world = try withReadings()
        try world.act(chongqing)
        try world.act(hunan)
        let correction = try world.say(chongqing, "common", try LiyeReadings.correction())
        try world.act(chongqing)
        try world.act(hunan)
        try world.say(hunan, "common", .readingsEndorsement(ReadingsEndorsementEntry(correction: correction)))
        try world.act(hunan)
        try world.act(chongqing, accepting: true)
        try world.act(hunan, accepting: true)
        try world.act(centre)
        return world
    }
}
