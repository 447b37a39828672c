import Compensation
import Federation
import Testing
import TransparencyLog

/// Vectors of facts, exemptions and adjustments.
enum FactVectors {
    private static let start =
        #"{"agreement":"youshui-2019","#
        + #""agreement_digest":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","#
    private static let at = #""at":"2021-05-06T09:30:05+08:00","#
    private static let log = #""log":"500000.tongzhou.test/youshui/1","#
    private static let abc = #""ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad""#

    static let all = [
        EntryVector(
            start + at + #""kind":"facts","# + log + #""period":"2021-04","#
                + #""seen":[{"index":2,"log":"430000.tongzhou.test/youshui/1"}],"source":"水文年鉴","v":1,"#
                + #""values":[{"arguments":["茨坝","2021-04"],"name":"月类别","value":"Ⅱ"},"#
                + #"{"name":"水量","value":"300 万m³"}]}"#
        ) {
            .facts(
                FactsEntry(
                    key: try EntryVectors.key(), source: "水文年鉴",
                    values: [
                        StatedValue(SuppliedValue(name: "水量", value: "300 万m³")),
                        StatedValue(SuppliedValue(name: "月类别", arguments: ["茨坝", "2021-04"], value: "Ⅱ")),
                    ], seen: [try EntryVectors.place("430000.tongzhou.test/youshui/1", 2)]))
        },
        EntryVector(
            #"{"at":"2021-05-06T09:30:05+08:00","facts":{"index":3,"log":"430000.tongzhou.test/youshui/1"},"#
                + #""kind":"facts-endorsement","# + log + #""v":1}"#
        ) {
            .factsEndorsement(
                FactsEndorsementEntry(facts: try EntryVectors.place("430000.tongzhou.test/youshui/1", 3)))
        },
        EntryVector(
            #"{"at":"2021-05-06T09:30:05+08:00","facts":{"index":3,"log":"430000.tongzhou.test/youshui/1"},"#
                + #""kind":"facts-endorsement","# + log
                + #""seen":[{"index":4,"log":"430000.tongzhou.test/youshui/1"},"#
                + #"{"index":0,"log":"520000.tongzhou.test/youshui/1"}],"v":1}"#
        ) {
            .factsEndorsement(
                FactsEndorsementEntry(
                    facts: try EntryVectors.place("430000.tongzhou.test/youshui/1", 3),
                    seen: [
                        try EntryVectors.place("520000.tongzhou.test/youshui/1", 0),
                        try EntryVectors.place("430000.tongzhou.test/youshui/1", 4),
                    ]))
        },
        EntryVector(
            start + at + #""facts":[{"arguments":["茨坝"],"name":"财政部门同意"}],"kind":"exemption-request","# + log
                + #""period":"2021-04","reason":"洪灾","v":1}"#
        ) {
            .exemptionRequest(
                ExemptionRequestEntry(
                    key: try EntryVectors.key(), reason: "洪灾",
                    facts: [FactName(name: "财政部门同意", arguments: ["茨坝"])]))
        },
        EntryVector(
            #"{"at":"2021-05-06T09:30:05+08:00","decision":"approved","kind":"exemption-approval","# + log
                + #""office":"finance","request":{"index":3,"log":"430000.tongzhou.test/youshui/1"},"v":1}"#
        ) {
            .exemptionApproval(
                ExemptionApprovalEntry(
                    request: try EntryVectors.place("430000.tongzhou.test/youshui/1", 3), office: .finance,
                    decision: .approved))
        },
        EntryVector(
            #"{"adjustment":2,"# + start.dropFirst() + at + #""corrections_not_applied":[],"cut":[],"#
                + #""exemptions_applied":[{"index":0,"log":"100000.tongzhou.test/central/1"}],"kind":"proposal","#
                + log + #""period":"2021-04","scheme_digest":"# + abc + #","settlement_digest":"# + abc
                + #","transfers":[],"v":1}"#
        ) {
            .proposal(
                ProposalEntry(
                    key: try EntryVectors.key().adjusted(2), cut: [], correctionsNotApplied: [],
                    exemptionsApplied: [try EntryVectors.place("100000.tongzhou.test/central/1", 0)],
                    schemeDigest: try EntryVectors.digest(EntryVectors.abc),
                    settlementDigest: try EntryVectors.digest(EntryVectors.abc), transfers: []))
        },
    ]
}
