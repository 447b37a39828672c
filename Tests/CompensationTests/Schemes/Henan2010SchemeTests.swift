import Compensation
import Testing

/// B6, 2010: 2 500 yuan a tonne of COD, 10 000 yuan a tonne of NH3-N.
@Suite struct Henan2010SchemeTests {
    private func transfers(_ readings: [Reading], _ lines: [String]) throws -> [String] {
        let scheme = try SchemeLibrary.load("河南-2010")
        let sections = ["中牟陈桥", "扶沟摆渡口", "舞阳马湾"]
        let targets =
            SchemeLibrary.each("责任目标", sections.map { "\($0), COD" }, "40 mg/L")
            + SchemeLibrary.each("责任目标", sections.map { "\($0), NH3-N" }, "2 mg/L")
        return try SchemeLibrary.transfers(scheme, "2011-06", readings: readings, supplied: targets + lines)
    }

    /// 10 mg/L over at 1000 万m³ is 100 t, 25 万元; 1 mg/L over is 10 t of NH3-N, 10 万元.
    @Test(arguments: [("cod 50", "25"), ("nh3n 3", "10"), ("cod 50, nh3n 3", "35"), ("cod 50, nh3n 1", "25")])
    func fluxTimesPrice(_ values: String, _ amount: String) throws {
        let reading = try SchemeLibrary.means("410100-chenqiao", "2011-06", values)
        #expect(
            try transfers([reading], ["月水量(中牟陈桥) = 1000 万m³"]) == ["410100 → 410200: \(amount)"])
    }

    @Test func withoutVolumeNothingIsPaid() throws {
        #expect(try transfers([try SchemeLibrary.means("410100-chenqiao", "2011-06", "cod 50")], []) == [])
    }
}
