import Compensation
import Federation
import Testing
import TransparencyLog

/// One vector per kind. Digests are SHA-256 of the empty text and of `abc` (FIPS 180-4 examples).
enum EntryVectors {
    static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    static func digest(_ hex: String) throws -> ContentDigest { try #require(ContentDigest(hex: hex)) }
    static func party(_ code: String) throws -> PartyCode { try #require(PartyCode(code)) }
    static func period(_ text: String) throws -> Period { try #require(Period(text)) }
    static func place(_ log: String, _ index: Int) throws -> EntryReference {
        EntryReference(log: try #require(LogOrigin(log)), index: index)
    }
    static func content(
        _ time: String, _ status: ReadingStatus, _ values: [(Indicator, String)]
    ) throws -> ReadingContent {
        ReadingContent(
            time: try #require(CivilTime(text: time)), status: status,
            values: try values.map { IndicatorValue($0.0, try #require(MeasuredValue($0.1))) })
    }
    static func key() throws -> SettlementKey {
        SettlementKey(
            agreement: try #require(AgreementID("youshui-2019")), agreementDigest: try digest(empty),
            period: try period("2021-04"))
    }

    static let all =
        [
            EntryVector(
                #"{"at":"2021-05-06T09:30:05+08:00","cosigner_keys":{"#
                    + #""mirror":{"key":"REkVoIHqZtOwpsr+SiF+MtNimyB7kAqzU5lRHE/9bZY=","#
                    + #""proof":"X5mKygotIuimthF5PhFutFtPwlCaZWnlBEedz6Fs/OLBeGbpTJdVNzrIWAExjeB2P5R1Ai1y/qGlDDjCGFR5DA=="},"#
                    + #""witness":{"key":"G3a9x/Ml2kTqGak+D2UoTVz1KByJ5DEILGFQW29W6U8=","#
                    + #""proof":"3dFShuqTj/McwlEVoyYHobZgG0UD+Fp6vQpzPeMmJ0ustdgGFfFStl/5qsGMeObCeuX5Qk8IgLnFu3lmESpwAg=="}},"#
                    + #""kind":"node","log":"500000.tongzhou.test/youshui/1","#
                    + #""log_key":"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=","#
                    + #""name_en":"Chongqing","name_zh":"重庆市","node":"500000.tongzhou.test","#
                    + #""party":"500000","role":"province","v":1}"#
            ) { .node(try KeyVectors.registration()) },
            EntryVector(
                #"{"aliases":["里耶"],"at":"2021-05-06T09:30:05+08:00","basin":"长江流域","body_type":"river","#
                    + #""control_level":"国控","downstream":"430000","kind":"section","#
                    + #""log":"500000.tongzhou.test/youshui/1","name_en":"Liye Town","name_zh":"里耶镇","river":"酉水","#
                    + #""section":"430000-liye","upstream":"500000","v":1}"#
            ) {
                .section(
                    SectionEntry(
                        section: try #require(SectionID("430000-liye")), name: Bilingual(zh: "里耶镇", en: "Liye Town"),
                        aliases: ["里耶"], river: "酉水", basin: "长江流域", bodyType: .river, controlLevel: .national,
                        upstream: try party("500000"), downstream: try party("430000")))
            },
            EntryVector(
                #"{"at":"2021-05-06T09:30:05+08:00","file":"april.csv","#
                    + #""file_digest":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","#
                    + #""kind":"readings","log":"500000.tongzhou.test/youshui/1","rows":[{"status":"normal","#
                    + #""time":"2021-04-02T16:00+08:00","values":{"codmn":"13.60","do":"9.11","ph":"7.56"}}],"#
                    + #""section":"430000-liye","source":"cnemc-auto","v":1}"#
            ) {
                .readings(
                    ReadingsEntry(
                        section: try #require(SectionID("430000-liye")), source: "cnemc-auto", file: "april.csv",
                        fileDigest: try digest(abc),
                        rows: [
                            try content(
                                "2021-04-02T16:00+08:00", .normal,
                                [(.pH, "7.56"), (.dissolvedOxygen, "9.11"), (.permanganateIndex, "13.60")])
                        ]))
            },
            EntryVector(
                #"{"at":"2021-05-06T09:30:05+08:00","kind":"readings-correction","#
                    + #""log":"500000.tongzhou.test/youshui/1","reason":"仪器故障","rows":[{"new":{"status":"maintenance","#
                    + #""time":"2021-04-02T16:00+08:00","values":{}},"old":{"status":"normal","#
                    + #""time":"2021-04-02T16:00+08:00","values":{"codmn":"13.60"}}}],"section":"430000-liye","#
                    + #""source":"cnemc-auto","v":1}"#
            ) {
                .readingsCorrection(
                    ReadingsCorrectionEntry(
                        section: try #require(SectionID("430000-liye")), source: "cnemc-auto", reason: "仪器故障",
                        rows: [
                            try #require(
                                ReadingChange(
                                    old: try content(
                                        "2021-04-02T16:00+08:00", .normal, [(.permanganateIndex, "13.60")]),
                                    new: try content("2021-04-02T16:00+08:00", .maintenance, [])))
                        ]))
            },
            EntryVector(
                #"{"at":"2021-05-06T09:30:05+08:00","correction":{"index":7,"log":"430000.tongzhou.test/common/1"},"#
                    + #""kind":"readings-endorsement","log":"500000.tongzhou.test/youshui/1","v":1}"#
            ) {
                .readingsEndorsement(
                    ReadingsEndorsementEntry(correction: try place("430000.tongzhou.test/common/1", 7)))
            },
            EntryVector(
                #"{"at":"2021-05-06T09:30:05+08:00","kind":"scheme","log":"500000.tongzhou.test/youshui/1","#
                    + #""text":"酉水\n\n```tongzhou\n```\n","v":1}"#
            ) { .scheme(SchemeEntry(text: "酉水\n\n```tongzhou\n```\n")) },
            EntryVector(
                #"{"agreement":"youshui-2019","at":"2021-05-06T09:30:05+08:00","channel":"youshui","kind":"agreement","#
                    + #""log":"500000.tongzhou.test/youshui/1","parties":["430000","500000"],"#
                    + #""scheme_digest":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","v":1,"#
                    + #""valid_from":"2021-01","valid_to":"2021-12"}"#
            ) {
                .agreement(
                    AgreementEntry(
                        agreement: try #require(AgreementID("youshui-2019")),
                        channel: try #require(ChannelName("youshui")),
                        parties: [try party("500000"), try party("430000")], schemeDigest: try digest(abc),
                        validFrom: try period("2021-01"), validTo: try period("2021-12")))
            },
            EntryVector(
                #"{"agreement":"youshui-2019","#
                    + #""agreement_digest":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","#
                    + #""at":"2021-05-06T09:30:05+08:00","kind":"agreement-signature","#
                    + #""log":"500000.tongzhou.test/youshui/1","v":1}"#
            ) {
                .agreementSignature(
                    AgreementSignatureEntry(
                        agreement: try #require(AgreementID("youshui-2019")), agreementDigest: try digest(empty)))
            },
        ] + KeyVectors.all + SettlementVectors.all + CentreVectors.all + MoneyVectors.all + FactVectors.all
        + AgreementVectors.all
}
