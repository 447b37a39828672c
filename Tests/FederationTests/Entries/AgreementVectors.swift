import Compensation
import Federation
import Testing
import TransparencyLog

/// The life of an agreement, and the fields of sections and readings that may be absent.
enum AgreementVectors {
    private static let (empty, abc) = (EntryVectors.empty, EntryVectors.abc)

    private static func digest(_ hex: String) throws -> ContentDigest { try EntryVectors.digest(hex) }
    private static func party(_ code: String) throws -> PartyCode { try EntryVectors.party(code) }
    private static func period(_ text: String) throws -> Period { try EntryVectors.period(text) }
    private static func place(_ log: String, _ index: Int) throws -> EntryReference {
        try EntryVectors.place(log, index)
    }

    static var all: [EntryVector] {
        [
            EntryVector(
                #"{"agreement":"linjiang-2023","at":"2021-05-06T09:30:05+08:00","authority":[{"section":"500118-c"#
                    + #"iba","source":"cnemc-bulletin"},{"endorsed":true,"section":"500118-ciba","source":"joint"}],"ch"#
                    + #"annel":"linjiang","kind":"agreement","log":"500000.tongzhou.test/youshui/1","parameters":[{"nam"#
                    + #"e":"相差一类标准","value":"150 万元"},{"arguments":["茨坝"],"name":"考核目标","value":"Ⅲ"}],"parent_scheme_di"#
                    + #"gest":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","parties":["500116","5"#
                    + #"00118"],"replaces":["ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],"scheme"#
                    + #"_digest":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","terms":{"confirmation_days":10,"filing_da"#
                    + #"ys":30,"in_kind_allowed":true,"min_years":3,"objection_working_days":15,"payment_days":60,"rene"#
                    + #"wal_days":90,"surcharge_percent":10},"v":1,"valid_from":"2023-01","valid_to":"2025-12"}"#
            ) {
                var duties = AgreementDuties()
                duties.filingDays = 30
                duties.objectionWorkingDays = 15
                duties.paymentDays = 60
                duties.confirmationDays = 10
                duties.surchargePercent = 10
                duties.leastYears = 3
                duties.renewalDays = 90
                duties.allowsInKind = true
                let ciba = try #require(SectionID("500118-ciba"))
                return .agreement(
                    AgreementEntry(
                        agreement: try #require(AgreementID("linjiang-2023")),
                        channel: try #require(ChannelName("linjiang")),
                        parties: [try party("500118"), try party("500116")], schemeDigest: try digest(abc),
                        validFrom: try period("2023-01"), validTo: try period("2025-12"),
                        parentSchemeDigest: try digest(empty), replaces: [try digest(abc)],
                        parameters: [
                            StatedValue(SuppliedValue(name: "相差一类标准", value: "150 万元")),
                            StatedValue(SuppliedValue(name: "考核目标", arguments: ["茨坝"], value: "Ⅲ")),
                        ],
                        authority: [
                            SourceAuthority(section: ciba, source: "cnemc-bulletin", needsEndorsement: false),
                            SourceAuthority(section: ciba, source: "joint", needsEndorsement: true),
                        ], duties: duties))
            },
            EntryVector(
                #"{"agreement":"youshui-2019","agreement_digest":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9"#
                    + #"cb410ff61f20015ad","at":"2021-05-06T09:30:05+08:00","kind":"agreement-filing","log":"500000.ton"#
                    + #"gzhou.test/youshui/1","v":1}"#
            ) {
                .agreementFiling(
                    AgreementFilingEntry(
                        agreement: try #require(AgreementID("youshui-2019")), agreementDigest: try digest(abc)))
            },
            EntryVector(
                #"{"agreement":"youshui-2019","agreement_digest":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9"#
                    + #"cb410ff61f20015ad","at":"2021-05-06T09:30:05+08:00","filing":{"index":4,"log":"430000.tongzhou."#
                    + #"test/youshui/1"},"kind":"agreement-filed","log":"500000.tongzhou.test/youshui/1","v":1}"#
            ) {
                .agreementFiled(
                    AgreementFiledEntry(
                        agreement: try #require(AgreementID("youshui-2019")), agreementDigest: try digest(abc),
                        filing: try place("430000.tongzhou.test/youshui/1", 4)))
            },
            EntryVector(
                #"{"agreement":"youshui-2019","agreement_digest":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9"#
                    + #"cb410ff61f20015ad","at":"2021-05-06T09:30:05+08:00","kind":"agreement-end","last_period":"2021-"#
                    + #"06","log":"500000.tongzhou.test/youshui/1","reason":"断面撤销","v":1}"#
            ) {
                .agreementEnd(
                    AgreementEndEntry(
                        agreement: try #require(AgreementID("youshui-2019")), agreementDigest: try digest(abc),
                        lastPeriod: try period("2021-06"), reason: "断面撤销"))
            },
            EntryVector(
                #"{"at":"2021-05-06T09:30:05+08:00","kind":"readings-endorsement","log":"500000.tongzhou.test/you"#
                    + #"shui/1","readings":{"index":8,"log":"430000.tongzhou.test/common/1"},"v":1}"#
            ) {
                .readingsEndorsement(ReadingsEndorsementEntry(readings: try place("430000.tongzhou.test/common/1", 8)))
            },
            EntryVector(
                #"{"aliases":[],"at":"2021-05-06T09:30:05+08:00","bank":"left","basin":"长江流域","body_type":"river""#
                    + #","control_level":"国控","downstream":"320000","flow":"two-way","kind":"section","log":"500000.ton"#
                    + #"gzhou.test/youshui/1","name_en":"Wujiang","name_zh":"乌江","right_bank":"320000","river":"长江","se"#
                    + #"ction":"320000-wujiang","suspensions":[{"from":"2024-03","reason":"施工","to":"2024-04-15"}],"tar"#
                    + #"gets":[{"class":"Ⅱ","from":"2024"},{"class":"Ⅰ","from":"2025-07"}],"upstream":"340000","v":1}"#
            ) {
                .section(
                    SectionEntry(
                        section: try #require(SectionID("320000-wujiang")), name: Bilingual(zh: "乌江", en: "Wujiang"),
                        aliases: [], river: "长江", basin: "长江流域", bodyType: .river, controlLevel: .national,
                        upstream: try party("340000"), downstream: try party("320000"),
                        targets: [
                            SectionTarget(from: try period("2025-07"), quality: .i),
                            SectionTarget(from: try period("2024"), quality: .ii),
                        ], flow: .twoWay, bank: .left, rightBank: try party("320000"),
                        suspensions: [
                            try #require(
                                SectionSuspension(
                                    from: try period("2024-03"), to: try period("2024-04-15"), reason: "施工"))
                        ]))
            },
            EntryVector(
                #"{"at":"2021-05-06T09:30:05+08:00","file":"february.csv","file_digest":"ba7816bf8f01cfea414140de"#
                    + #"5dae2223b00361a396177a9cb410ff61f20015ad","kind":"readings","log":"500000.tongzhou.test/youshui"#
                    + #"/1","rows":[{"published_class":"劣Ⅴ","status":"normal","time":"2021-02-08T08:00+08:00","values":"#
                    + #"{"codmn":"2.89"}}],"section":"370000-luokou","source":"cnemc-auto","v":1}"#
            ) {
                .readings(
                    ReadingsEntry(
                        section: try #require(SectionID("370000-luokou")), source: "cnemc-auto", file: "february.csv",
                        fileDigest: try digest(abc),
                        rows: [
                            ReadingContent(
                                time: try #require(CivilTime(text: "2021-02-08T08:00+08:00")), status: .normal,
                                values: [IndicatorValue(.permanganateIndex, try #require(MeasuredValue("2.89")))],
                                publishedClass: .worseThanV)
                        ]))
            },
        ]
    }
}
