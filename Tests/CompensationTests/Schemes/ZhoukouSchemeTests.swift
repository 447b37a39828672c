import Compensation
import Testing

/// B6: tier × (1 + m), by the week.
@Suite struct ZhoukouSchemeTests {
    private let steps = ["档一", "档二", "档三", "档四", "档五"]

    /// Target 50 mg/L of COD, above the 40 that divides the ladders: 10, 25, 50, 100, 200 times 1 + m.
    @Test(arguments: [
        ("55", ""), ("56", "11.2"), ("75", "15"), ("80", "40"), ("100", "50"), ("101", "101"), ("125", "125"),
        ("130", "260"), ("150", "300"), ("160", "640"),
    ])
    func tierTimesOnePlusMultiple(_ cod: String, _ amount: String) throws {
        let scheme = try SchemeLibrary.load("河南-周口")
        let targets =
            SchemeLibrary.each("目标浓度", ["沈丘闸, COD", "付桥, COD"], "50 mg/L")
            + SchemeLibrary.each("目标浓度", ["沈丘闸, NH3-N", "付桥, NH3-N"], "3 mg/L")
            + SchemeLibrary.each("低目标基数", steps, "1 万元")
        let reading = try SchemeLibrary.reading("411600-shenqiuzha", "2014-04-02T08:00+08:00", "cod \(cod)")
        #expect(
            try SchemeLibrary.transfers(scheme, "2014-W14", readings: [reading], supplied: targets)
                == (amount.isEmpty ? [] : ["411624 → 411600: \(amount)"]))
    }
}
