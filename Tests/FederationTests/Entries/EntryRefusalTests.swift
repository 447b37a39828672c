import Compensation
import Federation
import Foundation
import Testing
import TransparencyLog

/// What is not understood, and what is not said in the first place.
@Suite struct EntryRefusalTests {
    private func vector(_ kind: String) throws -> EntryVector {
        let found = try EntryVectors.all.first { try $0.entry().kind == kind }
        return try #require(found)
    }

    private func problem(_ text: String) throws -> EntryProblem? {
        let origin = try EntryVector.origin
        return #expect(throws: EntryProblem.self) { try SignedEntry(bytes: Array(text.utf8), foundIn: origin) }
    }

    /// A vector with one place replaced; the place has to be there.
    @Test(
        arguments: [
            ("node", #""kind":"node""#, #""kind":"knot""#, .unknownKind),
            ("node", #""v":1"#, #""v":2"#, .unknownVersion),
            ("node", #""v":1"#, #""v":0"#, .unknownVersion),
            ("node", #""v":1"#, #""v":"1""#, .fieldInvalid),
            ("node", #""role":"province""#, #""role":"emperor""#, .fieldInvalid),
            ("node", #""cosigner_keys":"#, #""cosigner_kinds":"#, .fieldMissing),
            ("node", #"{"mirror":"#, #"{"archive":"#, .fieldMissing),
            ("node", #"{"mirror":"#, #"{"archive":{},"mirror":"#, .fieldUnknown),
            ("node", "REkVoIHq", "REkVoIH", .fieldInvalid),
            ("node", "youshui/1", "youshui/01", .fieldInvalid),
            ("node", "youshui/1", "youshui/0", .fieldInvalid),
            ("node", "youshui/1", "youshui", .fieldInvalid),
            ("node", "youshui/1", "youshui/1/1", .fieldInvalid),
            ("node", "youshui/1", "Youshui/1", .fieldInvalid),
            ("node", "09:30:05+08:00", "09:30:60+08:00", .fieldInvalid),
            ("node", "09:30:05+08:00", "09:30:05+09:00", .fieldInvalid),
            ("node", "09:30:05+08:00", "09:30+08:00", .fieldInvalid),
            ("node", "05-06T", "02-30T", .fieldInvalid),
            ("section", #""control_level":"国控""#, #""control_level":"国""#, .fieldInvalid),
            ("section", #"["里耶"]"#, #"[""]"#, .fieldInvalid),
            ("section", #"["里耶"]"#, #"[1]"#, .fieldInvalid),
            ("section", "430000-liye", "430000 liye", .fieldInvalid),
            ("readings", #""13.60""#, #""013.60""#, .fieldInvalid),
            ("readings", #""13.60""#, #""1e3""#, .fieldInvalid),
            ("readings", #""13.60""#, "13", .fieldInvalid),
            ("readings", #""codmn":"#, #""codx":"#, .fieldInvalid),
            ("readings", #""13.60""#, #""<0""#, .fieldInvalid),
            ("readings", #""13.60""#, #""<13.60L""#, .fieldInvalid),
            ("readings", #""13.60""#, #""13.60l""#, .fieldInvalid),
            ("readings", "02T16:00+08:00", "02T24:00+08:00", .fieldInvalid),
            ("readings", "ba7816bf", "BA7816BF", .fieldInvalid),
            ("readings-correction", #""reason":"仪器故障""#, #""reason":"""#, .fieldInvalid),
            (
                "readings-correction", #""status":"maintenance","time":"2021-04-02T16"#,
                #""status":"maintenance","time":"2021-04-02T17"#, .fieldInvalid
            ),
            ("readings-endorsement", #""index":7"#, #""index":-7"#, .fieldInvalid),
            ("readings-endorsement", #""index":7"#, #""index":7,"k":1"#, .fieldUnknown),
            ("agreement", #"["430000","500000"]"#, #"["500000","430000"]"#, .fieldInvalid),
            ("agreement", #"["430000","500000"]"#, #"["500000","500000"]"#, .fieldInvalid),
            ("agreement", #"["430000","500000"]"#, #"["500000"]"#, .fieldInvalid),
            ("agreement", #""valid_from":"2021-01""#, #""valid_from":"2021-13""#, .fieldInvalid),
            ("proposal", #""amount_fen":40000000"#, #""amount_fen":-1"#, .fieldInvalid),
            ("proposal", #""amount_fen":40000000"#, #""amount_fen":"40000000""#, .fieldInvalid),
            ("proposal", #""payer":"500000""#, #""payer":"430000""#, .fieldInvalid),
            ("proposal", #""size":12"#, #""size":-1"#, .fieldInvalid),
            (
                "proposal", #"[{"index":7,"log":"430000.tongzhou.test/common/1"}]"#,
                #"[{"index":7,"log":"430000.tongzhou.test/common/1"},{"index":7,"log":"430000.tongzhou.test/common/1"}]"#,
                .fieldInvalid
            ),
            ("objection", #""subject":"input""#, #""subject":"output""#, .fieldInvalid),
            ("objection", #""own":"13.60""#, #""own":"""#, .fieldInvalid),
            ("verdict", #""conclusion":"verified""#, #""conclusion":"fine""#, .fieldInvalid),
            ("verdict", #""index":5,"log":"500000"#, #""index":5,"log":"400000"#, .fieldInvalid),
            ("reward", #""amount_fen":40000000"#, #""amount_fen":-40000000"#, .fieldInvalid),
            ("reward", #""amount_fen":40000000"#, #""amount_fen":4e7"#, .notCanonical),
            ("reward", #""period":"#, #""period": "#, .notCanonical),
            ("agreement-end", #""last_period":"2021-06""#, #""last_period":"2021-6""#, .fieldInvalid),
            ("agreement-end", #""reason":"断面撤销""#, #""reason":"""#, .fieldInvalid),
            ("agreement-filed", #""index":4"#, #""index":-4"#, .fieldInvalid),
            ("incident", #"["430000","520000"]"#, #"["520000","430000"]"#, .fieldInvalid),
            ("incident", "16:05+08:00", "16:60+08:00", .fieldInvalid),
            ("incident", #""description":"油罐车侧翻""#, #""description":"""#, .fieldInvalid),
            ("incident-ruling", #"["awards","rewards"]"#, #"["rewards","awards"]"#, .fieldInvalid),
            ("incident-ruling", #"["awards","rewards"]"#, #"["everything"]"#, .fieldInvalid),
            ("incident-ruling", #""deduction_fen":50000000"#, #""deduction_fen":-1"#, .fieldInvalid),
            ("incident-ruling", #""year":"2021""#, #""year":"2021-04""#, .fieldInvalid),
            ("levy", #""monthly_fen":100000000"#, #""monthly_fen":0"#, .fieldInvalid),
            ("levy", #""from":"2023-01""#, #""from":"2023""#, .fieldInvalid),
            ("levy", #""bearer":"upstream""#, #""bearer":"both""#, .fieldInvalid),
            ("levy", #""upstream":"500000""#, #""upstream":"430000""#, .fieldInvalid),
            ("levy-charge", #""month":"2023-02""#, #""month":"2023""#, .fieldInvalid),
            (
                "levy-charge", #"{"amount_fen":50000000,"party":"500000"}"#, #"{"amount_fen":0,"party":"500000"}"#,
                .fieldInvalid
            ),
            ("award", #""remark":"酉水""#, #""remark":"""#, .fieldInvalid),
            ("award", #""amount_fen":240"#, #""amount_fen":2.4"#, .notCanonical),
            ("award", #""year":"2023""#, #""year":"2023-Q1""#, .fieldInvalid),
            (
                "basin-account", #"{"amount_fen":-7,"party":"430000"}"#, #"{"amount_fen":-7,"party":"600000"}"#,
                .fieldInvalid
            ),
            ("basin-account", #""year":"2025""#, #""year":"2025-01""#, .fieldInvalid),
            ("basin-account", #""arguments":["TP"]"#, #""arguments":[""]"#, .fieldInvalid),
            ("clearing", #""year":"2023""#, #""year":"2023-01""#, .fieldInvalid),
            ("clearing", #""number":1"#, #""number":0"#, .fieldInvalid),
            ("clearing", #""amount_fen":2549999900"#, #""amount_fen":0"#, .fieldInvalid),
            ("clearing", #""payer":"520000""#, #""payer":"530000""#, .fieldInvalid),
            ("payment", #""amount_fen":2550000000"#, #""amount_fen":2550000001"#, .fieldInvalid),
            ("payment", #""paid_on":"2024-06-25""#, #""paid_on":"2024-06""#, .fieldInvalid),
            ("payment", #""payee":"530000""#, #""payee":"520000""#, .fieldInvalid),
            ("payment", #""purpose":"advance""#, #""purpose":"gift""#, .fieldInvalid),
            ("payment", "黔财资环〔2024〕46号", "", .fieldInvalid),
            ("forced-deduction", #""surcharge_fen":40000000"#, #""surcharge_fen":-1"#, .fieldInvalid),
            ("forced-deduction", #""size":12"#, #""size":-1"#, .fieldInvalid),
            ("forced-deduction", #""cut":["#, #""cut":["x","#, .fieldInvalid),
            ("in-kind", #""value_fen":200"#, #""value_fen":99"#, .fieldInvalid),
            ("in-kind", #""form":"joint-park""#, #""form":"park""#, .fieldInvalid),
            ("split", #""amount_fen":240000001,"factor":1"#, #""amount_fen":240000002,"factor":1"#, .fieldInvalid),
            ("split", #""party":"500241""#, #""party":"500242""#, .fieldInvalid),
            ("split", #""factor":1,"name":"秀山县""#, #""factor":0,"name":"秀山县""#, .fieldInvalid),
            ("fund-report", #""spent_fen":99"#, #""spent_fen":-99"#, .fieldInvalid),
        ] as [(String, String, String, EntryProblem.Code)])
    func oneChange(_ kind: String, _ place: String, _ other: String, _ code: EntryProblem.Code) throws {
        let text = try vector(kind).text
        try #require(text.contains(place))
        let range = try #require(text.range(of: place))
        let found = try problem(text.replacingCharacters(in: range, with: other))
        #expect(found?.code == code, "\(found?.detail ?? "")")
    }

    /// The fields that may be absent say nothing in two ways and nothing that contradicts itself.
    @Test(
        arguments: [
            ("linjiang", #""endorsed":true,"#, #""endorsed":false,"#),
            ("linjiang", #""source":"joint""#, #""source":"cnemc-bulletin""#),
            ("linjiang", #""arguments":["茨坝"],"#, #""arguments":[],"#),
            ("linjiang", #""in_kind_allowed":true"#, #""in_kind_allowed":1"#),
            ("linjiang", #""confirmation_days":10"#, #""confirmation_days":0"#),
            ("linjiang", #""filing_days":30"#, #""filing_days":0"#),
            ("linjiang", #""surcharge_percent":10"#, #""surcharge_percent":101"#),
            ("linjiang", #""min_years":3"#, #""min_year":3"#),
            ("wujiang", #""flow":"two-way""#, #""flow":"both""#),
            ("wujiang", #""class":"Ⅰ""#, #""class":"I""#),
            ("wujiang", #""from":"2025-07""#, #""from":"2024""#),
            ("wujiang", #""to":"2024-04-15""#, #""to":"2024-02""#),
            ("luokou", #""published_class":"劣Ⅴ""#, #""published_class":"Ⅵ""#),
        ])
    func oneChangeOfWhatMayBeAbsent(_ about: String, _ place: String, _ other: String) throws {
        let text = try #require(AgreementVectors.all.first { $0.text.contains(about) }).text
        let range = try #require(text.range(of: place))
        let code = try problem(text.replacingCharacters(in: range, with: other))?.code
        #expect(code == .fieldInvalid || code == .fieldUnknown)
    }

    @Test(arguments: ["", "[]", "1", "null", #"{"kind":1}"#, #"{"kind":""}"#, "{}", "not json", "\u{0}"])
    func whatIsNoEntryAtAll(_ text: String) throws {
        _ = try problem(text)
    }

    @Test func sizeIsThatOfABundleEntry() throws {
        let empty = try vector("scheme").text
        // Counted so that the whole entry has exactly the longest length a bundle can state.
        let long = empty.replacing(#""text":"酉水\n\n```tongzhou\n```\n""#, with: #""text":"""#)
        let fill = 65_535 - long.utf8.count
        let text = long.replacing(#""text":"""#, with: "\"text\":\"\(String(repeating: "a", count: fill))\"")
        #expect(text.utf8.count == 65_535)
        // Readable as far as the size goes, but the text is longer than a scheme may be.
        #expect(try problem(text)?.code == .fieldInvalid)
        #expect(try problem(text.replacing("aaaa\"", with: "aaaaa\""))?.code == .tooLarge)
    }

    @Test func largestSchemeFits() throws {
        let origin = try EntryVector.origin
        let at = try #require(Timestamp(EntryVector.at))
        func said(_ text: String) throws -> [UInt8] {
            try SignedEntry(log: origin, at: at, entry: .scheme(SchemeEntry(text: text))).encoded()
        }
        #expect(throws: Never.self) { try said(String(repeating: "a", count: 60_000)) }
        for text in ["", String(repeating: "a", count: 60_001), String(repeating: "\n", count: 40_000)] {
            #expect(throws: EntryProblem.self) { try said(text) }
        }
    }

    /// Saying it would leave an entry in the log that nobody understands, its author included.
    @Test func whatCouldNotBeReadBackIsNotSaid() throws {
        let origin = try EntryVector.origin
        let at = try #require(Timestamp(EntryVector.at))
        let huge = LedgerLine(
            key: try EntryVectors.key(), settlementDigest: try EntryVectors.digest(EntryVectors.abc),
            party: try EntryVectors.party("430000"), amount: Fen(JSONValue.largestInteger + 1))
        let row = try EntryVectors.content("2021-04-02T16:00+08:00", .normal, [(.pH, "7.56")])
        func readings(_ source: String, _ rows: Int) throws -> Entry {
            .readings(
                ReadingsEntry(
                    section: try #require(SectionID("430000-liye")), source: source, file: "f",
                    fileDigest: try EntryVectors.digest(EntryVectors.abc),
                    rows: Array(repeating: row, count: rows)))
        }
        let refused: [Entry] = [
            .reward(RewardEntry(line: huge)), try readings("", 1), try readings("cnemc-auto", 121),
        ]
        for entry in refused {
            #expect(throws: EntryProblem.self) { try SignedEntry(log: origin, at: at, entry: entry).encoded() }
        }
        #expect(throws: Never.self) {
            try SignedEntry(log: origin, at: at, entry: try readings("cnemc-auto", 120)).encoded()
        }
        let never = Timestamp(secondsSinceEpoch: .max)
        #expect(throws: EntryProblem.self) {
            try SignedEntry(log: origin, at: never, entry: try readings("cnemc-auto", 1)).encoded()
        }
    }

    /// An objection can be said however long the differing values are, cut between characters.
    @Test(arguments: ["a", "监", "😀"])
    func longDifferencesAreCut(_ character: String) throws {
        let long = String(repeating: character, count: 5000)
        let difference = Difference(subject: .step, place: long, own: long, other: "")
        #expect((3990...4000).contains(difference.own.utf8.count))
        #expect((990...1000).contains(difference.place.utf8.count))
        #expect(difference.own.dropLast().allSatisfy { String($0) == character })
        #expect(difference.other == "-")
        let entry = ObjectionEntry(
            key: try EntryVectors.key(), proposal: try EntryVectors.place("430000.tongzhou.test/youshui/1", 3),
            ownSettlementDigest: nil, difference: difference)
        let signed = SignedEntry(
            log: try EntryVector.origin, at: try #require(Timestamp(EntryVector.at)), entry: .objection(entry))
        #expect(throws: Never.self) { try signed.encoded() }
    }

    /// The order in which a caller lists values is not part of a reading.
    @Test func valuesAreInOrderOfIndicator() throws {
        let one = try EntryVectors.content(
            "2021-04-02T16:00+08:00", .normal, [(.pH, "7.56"), (.permanganateIndex, "13.60")])
        let two = try EntryVectors.content(
            "2021-04-02T16:00+08:00", .normal, [(.permanganateIndex, "13.60"), (.pH, "7.56")])
        #expect(one.sameContent(as: two))
        #expect(one.values.map(\.indicator.code) == ["codmn", "ph"])
    }
}
