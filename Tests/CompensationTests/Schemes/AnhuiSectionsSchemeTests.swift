import Compensation
import Testing

/// B2 and D1: 50 万元 for each half over the limit begun, 50 万元 for each class better than the target.
@Suite struct AnhuiSectionsSchemeTests {
    private static let sections = ["管家渡", "汪溪", "泾南交界", "殷桥", "枞阳大闸", "顺安河入江口", "石头埠"]

    private func transfers(_ period: String, _ readings: [Reading], targets: [String] = []) throws -> [String] {
        let scheme = try SchemeLibrary.load("安徽-地表水断面-2018")
        let others = Self.sections.filter { section in !targets.contains { $0.contains(section) } }
        return try SchemeLibrary.transfers(
            scheme, period, readings: readings, supplied: targets + SchemeLibrary.each("水质目标", others, "Ⅲ"))
    }

    /// D1: CODMn against the class Ⅲ limit 6 mg/L.
    @Test(arguments: [
        ("6", ""), ("6.06", "50"), ("9", "50"), ("9.06", "100"), ("12", "100"), ("12.06", "150"), ("30", "400"),
    ])
    func d1PaysByHalvesOfTheLimit(_ concentration: String, _ amount: String) throws {
        let reading = try SchemeLibrary.means("341800-guanjiadu", "2019-06", "codmn \(concentration), tp 0.15")
        #expect(try transfers("2019-06", [reading]) == (amount.isEmpty ? [] : ["341800 → 340000: \(amount)"]))
    }

    /// D1: CODMn 0.2 times over and TP 0.7 times over at one section.
    @Test func d1FactorsAddUp() throws {
        let reading = try SchemeLibrary.means("341800-wangxi", "2019-06", "codmn 7.2, nh3n 0.9, tp 0.34")
        #expect(try transfers("2019-06", [reading]) == ["341800 → 340000: 150"])
    }

    @Test func aSectionBetweenCitiesPaysTheCityDownstream() throws {
        let over = try SchemeLibrary.means("340400-shitoubu", "2019-06", "codmn 6.6")
        #expect(try transfers("2019-06", [over]) == ["340400 → 340300: 50"])
        let better = try SchemeLibrary.means("340400-shitoubu", "2019-06", "codmn 3.9")
        #expect(try transfers("2019-06", [better]) == ["340300 → 340400: 50"])
    }

    /// B2: Xuancheng, October 2020: three sections one class better, one two classes better; together 250.
    @Test func b2XuanchengOctober2020() throws {
        let readings =
            try ["guanjiadu", "wangxi", "jingnan"].map {
                try SchemeLibrary.means("341800-\($0)", "2020-10", "codmn 3.5, nh3n 0.3, tp 0.08")
            } + [try SchemeLibrary.means("341800-yinqiao", "2020-10", "codmn 3.9, nh3n 0.4, tp 0.1")]
        #expect(
            try transfers("2020-10", readings, targets: ["水质目标(殷桥) = Ⅳ"]) == [
                "340000 → 341800: 50", "340000 → 341800: 50", "340000 → 341800: 50", "340000 → 341800: 100",
            ])
    }

    /// Tongling, January to November 2020: five months better at one section make 250, eight at the other 400
    /// (sthjj.tl.gov.cn, address in the scheme).
    @Test func tonglingJanuaryToNovember2020() throws {
        let better = ["枞阳大闸": [1, 2, 5, 6, 7], "顺安河入江口": [1, 2, 3, 4, 5, 8, 9, 11]]
        var amounts: [String] = []
        for month in 1...11 {
            let period = month < 10 ? "2020-0\(month)" : "2020-\(month)"
            let readings = try [("枞阳大闸", "340700-zongyang"), ("顺安河入江口", "340700-shunan")].map { name, code in
                try SchemeLibrary.means(
                    code, period, better[name]?.contains(month) == true ? "codmn 3.8" : "codmn 5.8")
            }
            amounts += try transfers(period, readings)
        }
        #expect(amounts == Array(repeating: "340000 → 340700: 50", count: 5 + 8))
    }

    @Test func aMonthWithoutValidDataPaysNothing() throws {
        let maintained = try SchemeLibrary.means("341800-wangxi", "2019-06", "codmn 99", .maintenance)
        #expect(try transfers("2019-06", [maintained]) == [])
    }
}
