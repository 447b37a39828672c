import Federation
import TestSupport
import Testing
import TransparencyLog

@Suite struct BundleHeaderTests {
    private static let text =
        #"{"for":"430000.tongzhou.test","format":"tongzhou-bundle/v1","logs":[{"from":0,"origin":"500000.tongzhou.test/common/1","to":3},{"from":7,"origin":"500000.tongzhou.test/youshui/1","to":7}],"node":"500000.tongzhou.test","time":"2022-03-01T09:30:00+08:00"}"#

    @Test func readsWhatTheSpecificationShows() throws {
        let header = try BundleHeader(parsing: Array(Self.text.utf8))
        #expect(header.node.text == "500000.tongzhou.test")
        #expect(header.recipient.text == "430000.tongzhou.test")
        #expect(header.time.text == "2022-03-01T09:30:00+08:00")
        #expect(header.logs.map(\.origin.channel.text) == ["common", "youshui"])
        #expect(header.logs.map(\.from) == [0, 7] && header.logs.map(\.to) == [3, 7])
        #expect(String(decoding: header.bytes, as: UTF8.self) == Self.text)
    }

    /// One spelling only, and nothing this version does not know.
    @Test(arguments: [
        ("\"to\":3", "\"to\":-1"), ("\"from\":7", "\"from\":8"), ("\"to\":7", "\"to\":1099511627777"),
        ("bundle/v1", "bundle/v2"), ("common/1", "youshui/1"), ("common/1", "zzz/1"), ("common/1", "common/01"),
        ("\"node\":\"5", "\"node\":\"-5"), ("+08:00", "Z"), ("\"time\"", "\"tide\""),
        (",\"node\"", ",\"new\":1,\"node\""),
        ("{\"for\"", "{ \"for\""), ("\"to\":3", "\"to\":\"3\""), ("\"to\":3}", "\"to\":3,\"x\":1}"),
        (
            #"[{"from":0,"origin":"500000.tongzhou.test/common/1","to":3},{"from":7,"origin":"500000.tongzhou.test/youshui/1","to":7}]"#,
            "[]"
        ),
    ])
    func refusesOtherSpellings(_ old: String, _ new: String) throws {
        let changed = Self.text.replacing(old, with: new, maxReplacements: 1)
        try #require(changed != Self.text)
        let problem = #expect(throws: BundleProblem.self) { try BundleHeader(parsing: Array(changed.utf8)) }
        #expect(problem?.code == .headerInvalid)
    }

    /// Whatever is read is written back byte for byte.
    @Test(arguments: [1, 2, 3])
    func neverReadsOneThingTwoWays(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<3000 {
            let changed = Mutation.of(Array(Self.text.utf8), using: &random)
            guard let header = try? BundleHeader(parsing: changed) else { continue }
            #expect(header.bytes == changed)
        }
    }

    @Test func recordLines() throws {
        let plan: [(String, BundleProblem.Code?)] = [
            ("checkpoint 9", nil), ("checkpoint 131072", nil), ("checkpoint 131073", .resourceTooLong),
            ("checkpoint 09", .resourceUnexpected), ("checkpoint  9", .resourceUnexpected),
            ("checkpoint -1", .resourceUnexpected), ("checkpoint ", .resourceUnexpected),
            ("checkpoint", .resourceUnexpected),
            ("checkpoint 9999999999", .resourceUnexpected), ("checkpoint 9 ", .resourceUnexpected),
            ("tile/0/000 9", .resourceUnexpected), ("checkpoint ９", .resourceUnexpected), ("", .resourceUnexpected),
        ]
        for (line, expected) in plan {
            do {
                let length = try BundleRecord.length(in: Array(line.utf8), of: .checkpoint)
                #expect(expected == nil && "checkpoint \(length)" == line, "\(line)")
            } catch {
                #expect(error.code == expected, "\(line)")
            }
        }
    }
}
