import Compensation
import Federation
import Testing
import TransparencyLog

@testable import NodeService

/// An entry bundle gives each entry a 16-bit length (C2SP tlog-tiles), so 65 535 bytes are the end.
@Suite("The largest entries of readings")
struct EntrySizeTests {
    /// The most bytes that a value may have: below a detection limit of 18 decimals.
    private static let longest = "<0.123456789012345678"
    /// One byte that JSON writes as six.
    private static let costly = "\u{1}"

    private func rows(_ count: Int, of indicators: [Indicator] = Indicator.all, value: String) throws -> [IntakeRow] {
        let values = try indicators.map { IndicatorValue($0, try #require(MeasuredValue(value))) }
        let section = try #require(SectionID(String(repeating: "\"", count: 64)))
        return try (0..<count).map { index in
            let time = try #require(
                CivilTime(year: 2021, month: 1, day: 1 + index / 24, hour: index % 24, minute: 0))
            return IntakeRow(
                sheet: nil,
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

    /// The rows of each entry, by their times.
    private func times(_ entries: [Entry]) -> [[String]] {
        entries.map { entry in
            switch entry {
            case .readings(let body): body.rows.map(\.time.text)
            case .readingsCorrection(let body): body.rows.map(\.new.time.text)
            default: []
            }
        }
    }

    @Test("No longer value is a value")
    func longestValue() {
        #expect(MeasuredValue(Self.longest) != nil)
        #expect(MeasuredValue(Self.longest + "9") == nil)
        #expect(MeasuredValue(Self.longest + "L") == nil)
        #expect(MeasuredValue("1" + Self.longest.dropFirst()) == nil)
    }

    @Test("Every entry fits with every indicator filled, and every reading stands in one of them, in order")
    func fit() throws {
        var spoken = try SpokenDocket()
        let rows = try rows(300, value: Self.longest)
        let all = rows.map(\.content.time.text)
        let recorded = try plan(spoken.docket).readings(rows)
        #expect(times(recorded.entries).flatMap { $0 } == all)
        let sizes = try sizes(recorded.entries)
        #expect(sizes.allSatisfy { $0 <= 65_535 })
        // As much as fits: only the last entry may have room for another row.
        #expect(sizes.dropLast().allSatisfy { $0 > 60_000 })
        for entry in recorded.entries { try spoken.say(SpokenDocket.hunan, entry) }
        let corrected = try plan(spoken.docket).corrections(
            try self.rows(300, value: "0.987654321098765432"), reason: String(repeating: Self.costly, count: 2_000))
        #expect(corrected.issues.isEmpty)
        #expect(times(corrected.entries).flatMap { $0 } == all)
        #expect(try self.sizes(corrected.entries).allSatisfy { $0 <= 65_535 })
    }

    @Test("Short rows are counted: one more than an entry may hold begins another")
    func count() throws {
        var spoken = try SpokenDocket()
        let recorded = try plan(spoken.docket).readings(try rows(121, of: [.pH], value: "7"))
        #expect(times(recorded.entries).map(\.count) == [120, 1])
        for entry in recorded.entries { try spoken.say(SpokenDocket.hunan, entry) }
        let corrected = try plan(spoken.docket).corrections(
            try rows(121, of: [.pH], value: "8"), reason: "复核")
        #expect(times(corrected.entries).map(\.count) == [60, 60, 1])
    }
}
