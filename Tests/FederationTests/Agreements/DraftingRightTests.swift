import Compensation
import Federation
import Testing

/// Who may put an agreement forward, 财资环〔2025〕49号 three, 1.
@Suite struct DraftingRightTests {
    private func section(
        _ id: String, _ up: String, _ down: String, flow: FlowDirection? = nil, bank: RiverBank? = nil,
        right: String? = nil
    ) throws -> SectionEntry {
        SectionEntry(
            section: try #require(SectionID(id)), name: Bilingual(zh: id, en: id), aliases: [], river: "r",
            basin: "b", bodyType: .river, controlLevel: .national, upstream: try #require(PartyCode(up)),
            downstream: try #require(PartyCode(down)), flow: flow, bank: bank,
            rightBank: right.flatMap { PartyCode($0) })
    }

    private func right(_ parties: [String], _ sections: [SectionEntry]) throws -> (String, [String]) {
        let right = DraftingRight(parties: try parties.map { try #require(PartyCode($0)) }, sections: sections)
        return (right.ground.rawValue, right.parties.map(\.text))
    }

    @Test func theDownstreamPartyDrafts() throws {
        #expect(try right(["500000", "430000"], [section("a", "500000", "430000")]) == ("downstream", ["430000"]))
        // 皖苏: two banks of the Yangtze and the Chuhe, all towards Jiangsu.
        let three = try [
            section("w", "340000", "320000", bank: .left), section("s", "340000", "320000", bank: .right),
            section("c", "340000", "320000"),
        ]
        #expect(try right(["340000", "320000"], three) == ("downstream", ["320000"]))
    }

    @Test func jointlyDownstreamTheRightBankDrafts() throws {
        let both = try [
            section("l", "500000", "420000", bank: .left), section("r", "500000", "430000", bank: .right),
        ]
        #expect(try right(["500000", "420000", "430000"], both) == ("right-bank", ["430000"]))
        // The river is the border and flows between the two.
        let border = try [section("x", "500000", "510000", flow: .twoWay, bank: .both, right: "510000")]
        #expect(try right(["500000", "510000"], border) == ("right-bank", ["510000"]))
    }

    @Test func aPoolWithoutOneDownstreamPartyIsDraftedByAnyone() throws {
        let chishui = try [section("q", "530000", "520000"), section("l", "520000", "510000")]
        #expect(try right(["530000", "520000", "510000"], chishui) == ("any-party", ["510000", "520000", "530000"]))
        #expect(try right(["500000", "430000"], []) == ("any-party", ["430000", "500000"]))
        // A section between strangers gives nobody a right.
        #expect(
            try right(["500000", "430000"], [section("a", "110000", "120000")]) == ("any-party", ["430000", "500000"]))
    }
}
