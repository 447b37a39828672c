import Compensation
import Federation
import Testing
import TransparencyLog

/// Vectors of the kinds that speak about a settlement.
enum SettlementVectors {
    /// Members that all of them begin with, up to the time.
    private static let start =
        #"{"agreement":"youshui-2019","#
        + #""agreement_digest":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","#
    private static let at = #""at":"2021-05-06T09:30:05+08:00","#
    private static let log = #""log":"500000.tongzhou.test/youshui/1","#
    private static let proposal = #""proposal":{"index":3,"log":"430000.tongzhou.test/youshui/1"},"#
    private static let digest =
        #""settlement_digest":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","#

    private static func transfer() throws -> TransferTerms {
        TransferTerms(
            payer: try EntryVectors.party("500000"), payee: try EntryVectors.party("430000"), amount: Fen(40_000_000))
    }
    private static func line() throws -> LedgerLine {
        LedgerLine(
            key: try EntryVectors.key(), settlementDigest: try EntryVectors.digest(EntryVectors.abc),
            party: try EntryVectors.party("430000"), amount: Fen(40_000_000))
    }

    static let all = [
        EntryVector(
            start + at + #""corrections_not_applied":[{"index":7,"log":"430000.tongzhou.test/common/1"}],"#
                + #""cut":[{"log":"430000.tongzhou.test/common/1","#
                + #""root":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","size":12}],"#
                + #""kind":"proposal","# + log + #""period":"2021-04","#
                + #""scheme_digest":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","# + digest
                + #""transfers":[{"amount_fen":40000000,"payee":"430000","payer":"500000"}],"v":1}"#
        ) {
            .proposal(
                ProposalEntry(
                    key: try EntryVectors.key(),
                    cut: [
                        CutLog(
                            log: try #require(LogOrigin("430000.tongzhou.test/common/1")), size: 12,
                            root: try #require(MerkleHash(hex: EntryVectors.empty)))
                    ],
                    correctionsNotApplied: [try EntryVectors.place("430000.tongzhou.test/common/1", 7)],
                    schemeDigest: try EntryVectors.digest(EntryVectors.empty),
                    settlementDigest: try EntryVectors.digest(EntryVectors.abc), transfers: [try transfer()]))
        },
        EntryVector(
            start + at + #""kind":"acceptance","# + log + #""period":"2021-04","# + proposal + digest + #""v":1}"#
        ) {
            .acceptance(
                AcceptanceEntry(
                    key: try EntryVectors.key(), proposal: try EntryVectors.place("430000.tongzhou.test/youshui/1", 3),
                    settlementDigest: try EntryVectors.digest(EntryVectors.abc)))
        },
        EntryVector(
            start + at + #""difference":{"other":"-","own":"13.60","#
                + #""place":"430000-liye 2021-04-02T16:00+08:00 codmn","subject":"input"},"kind":"objection","# + log
                + #""own_settlement_digest":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","#
                + #""period":"2021-04","# + proposal + #""v":1}"#
        ) {
            .objection(
                ObjectionEntry(
                    key: try EntryVectors.key(), proposal: try EntryVectors.place("430000.tongzhou.test/youshui/1", 3),
                    ownSettlementDigest: try EntryVectors.digest(EntryVectors.abc),
                    difference: Difference(
                        subject: .input, place: "430000-liye 2021-04-02T16:00+08:00 codmn", own: "13.60", other: "-")))
        },
        EntryVector(
            start + at + #""difference":{"other":"-","own":"-","place":"reading-conflict","subject":"not-computable"},"#
                + #""kind":"objection","# + log + #""period":"2021-04","# + proposal + #""v":1}"#
        ) {
            .objection(
                ObjectionEntry(
                    key: try EntryVectors.key(), proposal: try EntryVectors.place("430000.tongzhou.test/youshui/1", 3),
                    ownSettlementDigest: nil,
                    difference: Difference(subject: .notComputable, place: "reading-conflict", own: "", other: "-")))
        },
        EntryVector(
            #"{"acceptances":[{"index":4,"log":"430000.tongzhou.test/youshui/1"},"#
                + #"{"index":5,"log":"500000.tongzhou.test/youshui/1"}],"# + start.dropFirst() + at
                + #""conclusion":"verified","kind":"verdict","# + log + #""period":"2021-04","# + digest + #""v":1}"#
        ) {
            .verdict(
                VerdictEntry(
                    key: try EntryVectors.key(), settlementDigest: try EntryVectors.digest(EntryVectors.abc),
                    acceptances: [
                        try EntryVectors.place("500000.tongzhou.test/youshui/1", 5),
                        try EntryVectors.place("430000.tongzhou.test/youshui/1", 4),
                    ],
                    conclusion: .verified))
        },
        EntryVector(
            start + #""amount_fen":40000000,"# + at + #""kind":"reward","# + log
                + #""party":"430000","period":"2021-04","# + digest + #""v":1}"#
        ) { .reward(RewardEntry(line: try line())) },
        EntryVector(
            start + #""amount_fen":40000000,"# + at + #""kind":"deduction","# + log
                + #""party":"430000","period":"2021-04","# + digest + #""v":1}"#
        ) { .deduction(DeductionEntry(line: try line())) },
    ]
}
