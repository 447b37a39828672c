import Compensation
import Testing

/// B13: Shanxi 2013, five steps of charges and the rewards. The middle amounts are the test's.
@Suite struct ShanxiSchemeTests {
    private func transfers(_ period: String, _ months: [(String, String)]) throws -> [String] {
        let open =
            SchemeLibrary.each("目标类别", ["温南社", "上平望", "河津大桥"], "Ⅴ")
            + ["第二档 = 100 万元", "第三档 = 150 万元", "第四档 = 200 万元"]
        let readings = try months.map { try SchemeLibrary.means("140100-wennanshe", $0, $1) }
        return try SchemeLibrary.transfers(
            SchemeLibrary.load("山西-2013"), period, readings: readings, supplied: open)
    }

    /// Limits of class Ⅴ: COD 40, NH3-N 2.0. The larger multiple counts.
    @Test(arguments: [
        ("cod 41, nh3n 1.9", "50"), ("cod 60, nh3n 1.9", "50"), ("cod 61, nh3n 1.9", "100"),
        ("cod 41, nh3n 4", "100"), ("cod 41, nh3n 4.1", "150"), ("cod 240, nh3n 1", "150"), ("cod 41, nh3n 22", "200"),
        ("cod 41, nh3n 22.1", "300"), ("cod 441, nh3n 1", "300"), ("cod 40, nh3n 2", ""), ("cod 99", ""),
    ])
    func fiveSteps(_ values: String, _ amount: String) throws {
        #expect(
            try transfers("2014-05", [("2014-05", values)]) == (amount.isEmpty ? [] : ["140100 → 140000: \(amount)"]))
    }

    /// Three months kept, 10; from not met to met against the year before, 100; a further class, 50.
    @Test func rewards() throws {
        let kept = [("2014-04", "cod 35, nh3n 1.8"), ("2014-05", "cod 35, nh3n 1.8"), ("2014-06", "cod 35, nh3n 1.8")]
        #expect(try transfers("2014-06", kept) == ["140000 → 140100: 10"])
        #expect(try transfers("2014-05", kept) == [])
        let lastYear = ("2013-06", "cod 80, nh3n 1.8")
        #expect(try transfers("2014-06", kept + [lastYear]) == ["140000 → 140100: 10", "140000 → 140100: 100"])
        let better = [("2014-05", "cod 35, nh3n 1.8"), ("2015-05", "cod 19, nh3n 0.9")]
        #expect(try transfers("2015-05", better) == ["140000 → 140100: 100"])
    }

    /// The whole year kept, 100, in December, beside the 10 of its last quarter.
    @Test func wholeYearKept() throws {
        let year = SchemeLibrary.months(2014, Array(repeating: "cod 35, nh3n 1.8", count: 12)).map {
            ($0.month, $0.entry)
        }
        #expect(try transfers("2014-12", year) == ["140000 → 140100: 10", "140000 → 140100: 100"])
        #expect(try transfers("2014-12", Array(year.dropFirst())) == ["140000 → 140100: 10"])
    }
}
