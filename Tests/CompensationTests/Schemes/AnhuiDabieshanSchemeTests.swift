import Compensation
import Testing

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
