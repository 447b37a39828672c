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

/// B4: what is public of the Tuohu rules. Amounts are those of the test.
@Suite struct AnhuiTuohuSchemeTests {
    private static let sections = ["蔡桥闸", "王桥闸", "樊集", "关咀", "沱湖湖区"]

    /// September 2021: Caiqiao suspended for works, the lake over its target, the others within.
    @Test func b4SuspendedSectionsNeitherPayNorReceive() throws {
        let scheme = try SchemeLibrary.load("安徽-沱湖")
        let amounts =
            SchemeLibrary.each("达标补偿额", Self.sections, "200 万元")
            + SchemeLibrary.each("超标赔付额", Self.sections, "300 万元")
            + SchemeLibrary.each("全部达标奖励", Self.sections, "100 万元")
        let bulletin = ["蔡桥闸", "王桥闸", "樊集", "关咀"].map { "达标(\($0)) = yes" }
        let september = ["暂停考核(蔡桥闸) = yes", "达标(沱湖湖区) = no"]
        #expect(
            try SchemeLibrary.transfers(scheme, "2021-09", supplied: amounts + bulletin + september) == [
                "341300 → 340600: 200", "340300 → 341300: 200", "340300 → 341300: 200", "340300 → 340000: 300",
            ])
        let allMet = ["暂停考核(蔡桥闸) = yes", "达标(沱湖湖区) = yes"]
        #expect(
            try SchemeLibrary.transfers(
                of: "全部达标奖", scheme, "2021-09", supplied: amounts + bulletin + allMet) == [
                    "340000 → 340600: 100", "340000 → 341300: 100", "340000 → 341300: 100", "340000 → 340300: 100",
                ])
        #expect(try SchemeLibrary.transfers(scheme, "2021-09", supplied: amounts) == [])
    }
}

/// B3 and D9: the index at Luoguanzha.
@Suite struct AnhuiDabieshanSchemeTests {
    private let indicators = ["CODMn", "NH3-N", "TN", "TP"]

    private func transfers(_ lines: [String], _ readings: [Reading] = [], coefficient: String = "1") throws -> [String]
    {
        let scheme = try SchemeLibrary.load("安徽-大别山")
        let open =
            SchemeLibrary.each("权重", indicators, "0.25") + ["稳定系数 = \(coefficient)", "基本限值(CODMn) = 2 mg/L"]
            + ["基本限值(NH3-N) = 0.1 mg/L", "基本限值(TN) = 1 mg/L", "基本限值(TP) = 0.02 mg/L"]
        return try SchemeLibrary.transfers(
            of: "上下游补偿", scheme, "2023", readings: readings, supplied: open + lines)
    }

    /// D9: 0.673 in 2023; the boundary goes the way the agreement says.
    @Test(arguments: [
        ("0.673", "yes", "340100 → 341500: 4000"), ("0.673", "no", "340100 → 341500: 4000"),
        ("1", "yes", "340100 → 341500: 4000"), ("1", "no", "341500 → 340100: 4000"),
        ("1.001", "yes", "341500 → 340100: 4000"),
    ])
    func d9DirectionOfTheIndex(_ index: String, _ atOne: String, _ transfer: String) throws {
        #expect(try transfers(["通报指数 = \(index)", "等于一时合肥市支付 = \(atOne)"]) == [transfer])
    }

    /// The form of D10: with every ratio 1 the index is the coefficient, with every ratio 1.2 it is 1.2 of it.
    @Test func d10FormOfTheIndex() throws {
        let same = try SchemeLibrary.means("341500-luoguanzha", "2023-03", "codmn 2, nh3n 0.1, tn 1, tp 0.02")
        let worse = try SchemeLibrary.means("341500-luoguanzha", "2023-03", "codmn 2.4, nh3n 0.12, tn 1.2, tp 0.024")
        let atOne = ["等于一时合肥市支付 = no"]
        #expect(try transfers(atOne, [same], coefficient: "0.85") == ["340100 → 341500: 4000"])
        #expect(try transfers(atOne, [worse], coefficient: "0.85") == ["341500 → 340100: 4000"])
        #expect(try transfers(atOne, [], coefficient: "0.85") == [])
    }

    @Test func theProvincesPartGoesUpstreamInAnyCase() throws {
        let scheme = try SchemeLibrary.load("安徽-大别山")
        let open =
            SchemeLibrary.each("权重", indicators, "0.25") + SchemeLibrary.each("基本限值", indicators, "1 mg/L")
            + ["稳定系数 = 1", "等于一时合肥市支付 = yes"]
        #expect(try SchemeLibrary.transfers(scheme, "2022", supplied: open) == ["340000 → 341500: 11800"])
    }
}
