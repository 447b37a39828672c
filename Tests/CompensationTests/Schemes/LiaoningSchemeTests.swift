import Compensation
import Testing

/// B13: Liaoning 2017. 100 万元 for each class over the target on a main river; 劣Ⅴ costs more.
@Suite struct LiaoningSchemeTests {
    private func transfers(_ section: String, _ values: String, doubled: String = "yes") throws -> [String] {
        let open = SchemeLibrary.each("目标类别", ["珠尔山", "福德店", "盘锦兴安"], "Ⅳ") + ["劣五类加倍 = \(doubled)"]
        return try SchemeLibrary.transfers(
            SchemeLibrary.load("辽宁-2017"), "2018-03", readings: [try SchemeLibrary.means(section, "2018-03", values)],
            supplied: open)
    }

    /// Upstream city to downstream city; the province stands in for a river that enters it; a mouth pays the province.
    @Test(arguments: [
        ("211200-zhuershan", "cod 35", ["211200 → 210100: 100"]), ("211200-zhuershan", "cod 30", []),
        ("211200-fudedian", "cod 35", ["210000 → 211200: 100"]), ("211100-xingan", "cod 35", ["211100 → 210000: 100"]),
    ])
    func whoPaysWhom(_ section: String, _ values: String, _ expected: [String]) throws {
        #expect(try transfers(section, values) == expected)
    }

    /// COD 60 against the limit 30 of class Ⅳ: two classes over, 200; doubled 400, or 10 more for once over.
    @Test(arguments: [("yes", "400"), ("no", "210")])
    func worseThanClassFive(_ doubled: String, _ amount: String) throws {
        #expect(try transfers("211200-zhuershan", "cod 60", doubled: doubled) == ["211200 → 210100: \(amount)"])
    }
}
