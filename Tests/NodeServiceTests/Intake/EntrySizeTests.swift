import Compensation
import Federation
import Testing
import TransparencyLog

@testable import NodeService

/// An entry bundle gives each entry a 16-bit length (C2SP tlog-tiles), so 65 535 bytes are the end.
@Suite("The largest entries of readings")
struct EntrySizeTests {
    /// The most bytes that a value may have: 18 decimals.
    private static let longest = "0.123456789012345678"
    /// One byte that JSON writes as six.
    private static let costly = "\u{1}"

    private func rows(_ count: Int, value: String) throws -> [IntakeRow] {
        let values = try Indicator.all.map { IndicatorValue($0, try #require(ExactDecimal(value))) }
        let section = try #require(SectionID(String(repeating: "\"", count: 64)))
        return try (0..<count).map { index in
            let time = try #require(
                CivilTime(year: 2021, month: 1, day: 1 + index / 24, hour: index % 24, minute: 0))
            return IntakeRow(
                number: index + 2, section: section,
                content: ReadingContent(time: time, status: .maintenance, values: values))
        }
    }

    private func plan(_ docket: Docket) throws -> IntakePlan {
        IntakePlan(
            docket: docket, node: try SpokenDocket.node(SpokenDocket.hunan),
            source: String(repeating: Self.costly, count: 64), file: String(repeating: Self.costly, count: 256),
            fileDigest: ContentDigest(of: []))
    }

    private func sizes(_ entries: [Entry]) throws -> [Int] {
        let label = String(repeating: "a", count: 63)
        let node = try #require(NodeName("\(label).\(String(repeating: "a", count: 56))"))
        let channel = try #require(ChannelName(String(repeating: "c", count: 40)))
        let log = LogOrigin(node: node, channel: channel, epoch: 999_999)
        let now = try #require(Timestamp("2021-05-06T09:00:00+08:00"))
        return try entries.map { try SignedEntry(log: log, at: now, entry: $0).encoded().count }
    }

    @Test("No longer value is a number")
    func longestValue() {
        #expect(ExactDecimal(Self.longest) != nil)
        #expect(ExactDecimal(Self.longest + "9") == nil)
        #expect(ExactDecimal("1" + Self.longest) == nil)
    }

    @Test("Full entries fit, with every indicator, and one row more begins another entry")
    func fit() throws {
        var spoken = try SpokenDocket()
        let recorded = try plan(spoken.docket).readings(try rows(121, value: Self.longest))
        #expect(recorded.entries.count == 2)
        #expect(try sizes(recorded.entries).allSatisfy { $0 <= 65_535 })
        for entry in recorded.entries { try spoken.say(SpokenDocket.hunan, entry) }
        let corrected = try plan(spoken.docket).corrections(
            try rows(121, value: "0.987654321098765432"), reason: String(repeating: Self.costly, count: 2_000))
        #expect(corrected.issues.isEmpty)
        #expect(corrected.entries.count == 3)
        #expect(try sizes(corrected.entries).allSatisfy { $0 <= 65_535 })
    }
}
