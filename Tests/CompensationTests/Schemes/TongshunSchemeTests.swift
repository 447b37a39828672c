import Compensation
import Testing

/// C15: the Tongshun river.
@Suite struct TongshunSchemeTests {
    private func transfers(_ months: [(String, String)]) throws -> [String] {
        let readings = try (1...3).flatMap { section in
            try months.map { try SchemeLibrary.means("429004-tongshun-\(section)", $0, $1) }
        }
        return try SchemeLibrary.transfers(
            SchemeLibrary.load("湖北-通顺河"), "2022", readings: readings,
            supplied: ["达标补偿额 = 300 万元", "超标赔偿额 = 200 万元"])
    }

    /// C15: target Ⅳ, June to December 2022 in class Ⅲ: Wuhan paid Xiantao 300.
    @Test func c15JuneToDecember2022() throws {
        let months = ["06", "07", "08", "09", "10", "11", "12"].map { ("2022-\($0)", "cod 19, nh3n 0.8, tp 0.18") }
        #expect(try transfers(months) == ["420100 → 429004: 300"])
    }

    /// What was measured before the agreement does not count; a worse period turns the direction.
    @Test func onlyTheMonthsOfTheAgreementCount() throws {
        let before = ("2022-05", "cod 90, nh3n 9, tp 9")
        #expect(try transfers([before, ("2022-06", "cod 30, nh3n 1.5, tp 0.3")]) == ["420100 → 429004: 300"])
        #expect(try transfers([("2022-06", "cod 31, nh3n 0.8, tp 0.18")]) == ["429004 → 420100: 200"])
        #expect(try transfers([before]) == [])
    }
}
