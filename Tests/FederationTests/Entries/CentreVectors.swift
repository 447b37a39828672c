import Compensation
import Federation
import Testing
import TransparencyLog

/// Vectors of what the centre says beside settlements, and of the notice of an incident.
enum CentreVectors {
    private static let at = #"{"at":"2021-05-06T09:30:05+08:00","#
    private static let log = #""log":"500000.tongzhou.test/youshui/1""#
    private static let pairText = #"{"downstream":"430000","section":"430000-liye","upstream":"500000"}"#

    private static func pair() throws -> LevyPair {
        LevyPair(
            section: try #require(SectionID("430000-liye")), upstream: try EntryVectors.party("500000"),
            downstream: try EntryVectors.party("430000"))
    }
    private static func amount(_ party: String, _ fen: Int64) throws -> PartyAmount {
        PartyAmount(party: try EntryVectors.party(party), amount: Fen(fen))
    }
    private static func line(_ party: String, _ fen: Int64, _ remark: String) throws -> AwardLine {
        AwardLine(party: try EntryVectors.party(party), amount: Fen(fen), remark: remark)
    }

    static let all = [
        EntryVector(
            #"{"affected":["430000","520000"],"at":"2021-05-06T09:30:05+08:00","description":"油罐车侧翻","#
                + #""kind":"incident","# + log + #","occurred":"2021-04-02T16:05+08:00","#
                + #""section":"430000-liye","v":1}"#
        ) {
            .incident(
                IncidentEntry(
                    section: try #require(SectionID("430000-liye")),
                    occurred: try #require(CivilTime(text: "2021-04-02T16:05+08:00")), description: "油罐车侧翻",
                    affected: [try EntryVectors.party("520000"), try EntryVectors.party("430000")]))
        },
        EntryVector(
            at + #""basin":"长江流域","cancels":["awards","rewards"],"deduction_fen":50000000,"#
                + #""incident":{"index":4,"log":"430000.tongzhou.test/common/1"},"kind":"incident-ruling","# + log
                + #","party":"500000","reason":"未及时通报","v":1,"year":"2021"}"#
        ) {
            .incidentRuling(
                IncidentRulingEntry(
                    incident: try EntryVectors.place("430000.tongzhou.test/common/1", 4),
                    party: try EntryVectors.party("500000"), basin: "长江流域", year: try EntryVectors.period("2021"),
                    cancels: [.rewards, .awards], deduction: Fen(50_000_000), reason: "未及时通报"))
        },
        EntryVector(
            at + #""basin":"长江流域","bearer":"upstream","from":"2023-01","kind":"levy","# + log
                + #","monthly_fen":100000000,"pairs":["# + pairText + #"],"v":1}"#
        ) {
            .levy(
                LevyEntry(
                    basin: "长江流域", pairs: [try pair()], monthly: Fen(100_000_000),
                    from: try EntryVectors.period("2023-01"), bearer: .upstream))
        },
        EntryVector(
            at + #""kind":"levy-charge","levy":{"index":9,"log":"100000.tongzhou.test/central/1"},"# + log
                + #","month":"2023-02","pair":"# + pairText
                + #","shares":[{"amount_fen":50000000,"party":"430000"},{"amount_fen":50000000,"party":"500000"}],"#
                + #""v":1}"#
        ) {
            .levyCharge(
                LevyChargeEntry(
                    levy: try EntryVectors.place("100000.tongzhou.test/central/1", 9), pair: try pair(),
                    month: try EntryVectors.period("2023-02"),
                    shares: [try amount("500000", 50_000_000), try amount("430000", 50_000_000)]))
        },
        EntryVector(
            at + #""basin":"长江流域","kind":"award","lines":[{"amount_fen":-240,"party":"310000"},"#
                + #"{"amount_fen":240,"party":"430000","remark":"酉水"}],"# + log
                + #","outside":[{"amount_fen":2000,"party":"130000","remark":"潮白河"}],"v":1,"year":"2023"}"#
        ) {
            .award(
                AwardEntry(
                    basin: "长江流域", year: try EntryVectors.period("2023"),
                    lines: [try line("430000", 240, "酉水"), try line("310000", -240, "")],
                    outside: [try line("130000", 2000, "潮白河")]))
        },
        EntryVector(
            #"{"account_digest":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","#
                + at.dropFirst() + #""basin":"长江流域","corrections_not_applied":[],"#
                + #""cut":[{"log":"430000.tongzhou.test/common/1","#
                + #""root":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","size":12}],"#
                + #""kind":"basin-account","lines":[{"amount_fen":-7,"party":"430000"},"#
                + #"{"amount_fen":7,"party":"500000"}],"# + log
                + #","scheme_digest":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","v":1,"#
                + #""values":[{"arguments":["TP"],"name":"源头基准","value":"0.05 mg/L"}],"year":"2025"}"#
        ) {
            .basinAccount(
                BasinAccountEntry(
                    basin: "长江流域", year: try EntryVectors.period("2025"),
                    schemeDigest: try EntryVectors.digest(EntryVectors.empty),
                    cut: [
                        CutLog(
                            log: try #require(LogOrigin("430000.tongzhou.test/common/1")), size: 12,
                            root: try #require(MerkleHash(hex: EntryVectors.empty)))
                    ], correctionsNotApplied: [],
                    values: [StatedValue(SuppliedValue(name: "源头基准", arguments: ["TP"], value: "0.05 mg/L"))],
                    accountDigest: try EntryVectors.digest(EntryVectors.abc),
                    lines: [try amount("500000", 7), try amount("430000", -7)]))
        },
    ]
}
