import Compensation
import Testing

/// B7: 30 万元 for each step over the standard, 0.2 times for COD and 0.5 times for the others.
@Suite struct HebeiSchemeTests {
    private let sections = ["八号桥", "大王务", "连村闸"]
    private let codes = ["130700-bahaoqiao", "131000-dawangwu", "131100-liancunzha"]

    private func transfers(_ period: String, _ readings: [Reading], _ lines: [String] = []) throws -> [String] {
        let scheme = try SchemeLibrary.load("河北-跨界断面")
        let standards =
            SchemeLibrary.each("考核标准", sections.map { "\($0), COD" }, "40 mg/L")
            + SchemeLibrary.each("考核标准", sections.map { "\($0), NH3-N" }, "2 mg/L")
            + SchemeLibrary.each("考核标准", sections.map { "\($0), TP" }, "0.4 mg/L")
        return try SchemeLibrary.transfers(scheme, period, readings: readings, supplied: standards + lines)
    }

    /// 2016-12: the one section over in COD, by 0.375 times, was charged 60 (冀水领办〔2017〕9号).
    @Test func december2016() throws {
        let reading = try SchemeLibrary.means("131000-dawangwu", "2016-12", "cod 55")
        #expect(try transfers("2016-12", [reading]) == ["131000 → 130000: 60"])
    }

    /// 2016-01: two sections over in COD by 0.025 and 1.25 times, 240 together; two over in NH3-N by 0.13 and
    /// 0.615 times, 90 together (冀环领办〔2016〕7号).
    @Test func january2016() throws {
        let cod = try [
            SchemeLibrary.means(codes[0], "2016-01", "cod 41"), SchemeLibrary.means(codes[1], "2016-01", "cod 90"),
        ]
        #expect(try transfers("2016-01", cod) == ["130700 → 130000: 30", "131000 → 130000: 210"])
        let ammonia = try [
            SchemeLibrary.means(codes[0], "2016-01", "nh3n 2.26"),
            SchemeLibrary.means(codes[1], "2016-01", "nh3n 3.23"),
        ]
        #expect(try transfers("2016-01", ammonia) == ["130700 → 130000: 30", "131000 → 130000: 60"])
    }

    /// Baoding, 2018-02: 安国 over in NH3-N by 0.48 times, charged 30 (保水领办〔2018〕5号).
    @Test func baodingFebruary2018() throws {
        let reading = try SchemeLibrary.means("131000-dawangwu", "2018-02", "nh3n 2.96")
        #expect(try transfers("2018-02", [reading]) == ["131000 → 130000: 30"])
    }

    /// An inlet over its standard: doubled where the concentration rises, nothing where it does not.
    @Test(arguments: [("30", "60"), ("45", "120"), ("55", ""), ("60", "")])
    func againstTheInlet(_ inlet: String, _ amount: String) throws {
        let reading = try SchemeLibrary.means("131000-dawangwu", "2016-12", "cod 55")
        #expect(
            try transfers("2016-12", [reading], ["入境浓度(大王务, COD) = \(inlet) mg/L"])
                == (amount.isEmpty ? [] : ["131000 → 130000: \(amount)"]))
    }

    @Test(arguments: [ReadingStatus.dry, .frozen, .missing])
    func dryAndFrozenSectionsAreNotCharged(_ status: ReadingStatus) throws {
        let reading = try SchemeLibrary.means("131000-dawangwu", "2016-12", "cod 99", status)
        #expect(try transfers("2016-12", [reading]) == [])
    }

    /// Total phosphorus counts from the notice of November 2016.
    @Test func totalPhosphorusSince2016() throws {
        for (period, expected) in [("2016-10", []), ("2016-11", ["131000 → 130000: 30"])] {
            let reading = try SchemeLibrary.means("131000-dawangwu", period, "tp 0.44")
            #expect(try transfers(period, [reading]) == expected)
        }
    }
}
