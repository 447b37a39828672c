import Compensation
import Testing

/// Cases A1 to A7: classes as published, from the values as measured.
/// Source: 中国环境监测总站 (CNEMC) unless the row says otherwise.
@Suite struct WaterClassTests {
    struct Published: Sendable, CustomTestStringConvertible {
        let place: String
        let bodyType: BodyType
        /// pH, DO, CODMn, NH3-N, TP; `--` where not published.
        let values: [String]
        let waterClass: String

        init(_ place: String, _ bodyType: BodyType, _ values: String, _ waterClass: String) {
            self.place = place
            self.bodyType = bodyType
            self.values = values.split(separator: " ").map(String.init)
            self.waterClass = waterClass
        }

        var testDescription: String { place }
    }

    static let published: [Published] = [
        // A1, A2: 街口; A3: 铜官峡, a lake
        Published("街口 2015-01", .river, "-- -- 1.43 0.043 0.013", "Ⅰ"),
        Published("街口 2015-07", .river, "-- -- 1.91 0.053 0.034", "Ⅱ"),
        Published("铜官峡 2015-07", .lake, "-- -- 1.42 0.012 0.005", "Ⅰ"),
        Published("铜官峡 2015-01", .lake, "-- -- 0.97 0.012 0.005", "Ⅰ"),
        // A4: the raw value decides, not the displayed one
        Published("北渡 2020-05-08", .river, "7.9353 7.4238 2.109 0.5002 0.0571", "Ⅲ"),
        Published("坝草 2020-05-08", .river, "9.001 8.714 1.17 0.068 0.018", "劣Ⅴ"),
        Published("碾砣港闸 2020-05-09", .river, "7.78 7.446 1.62 0.0448 0.1002", "Ⅲ"),
        Published("隘头潭 2020-05-09", .river, "7.015 4.995 2.43 0.0915 0.0549", "Ⅳ"),
        Published("界首七渡口 2020-05-16", .river, "7.6963 6.22722 3.76 0.18 0.10007", "Ⅲ"),
        Published("老口 2020-06-11", .river, "7.48751 4.99533 1.51955 0.75578 0.04574", "Ⅳ"),
        Published("白沙滩 2020-06-19", .river, "5.99914 7.87807 6.64 0.22 0.09849", "劣Ⅴ"),
        Published("老口 2020-09-19", .river, "7.41707 5.99659 1.5613 0.12016 0.0259", "Ⅲ"),
        Published("坝上中(胡家岭) 2020-05-15", .lake, "5.99753 9.03925 1.84 0.15 0.0134", "劣Ⅴ"),
        // A5: a value equal to the limit belongs to the better class
        Published("江桥 2020-07-04", .river, "-- 8.84871 10 0.10025 0.05117", "Ⅳ"),
        Published("松花江村 2020-05-27", .river, "-- 10.07264 1.48587 1 0.03786", "Ⅲ"),
        Published("大伙房水库 2020-07-17", .river, "-- 8.0864 1.98586 0.5 0.01019", "Ⅱ"),
        Published("苍山渡口 2020-05-09", .river, "-- 7.22 1.814 0.056 0.2", "Ⅲ"),
        Published("蒋坝镇 2020-05-08", .lake, "-- 7.851 3.997 0.1528 0.05", "Ⅲ"),
        Published("岳阳楼 2020-09-26", .lake, "-- 6.696336 2.96 0.013 0.1", "Ⅳ"),
        Published("急水港桥 2020-09-20", .lake, "-- 3 5.25 0.3271 0.00586", "Ⅳ"),
        Published("街口(鸠坑口) 2020-11-14", .river, "-- 6 0.828 0.002 0.014", "Ⅱ"),
        // A6: river or lake is an attribute of the section, not of its name
        Published("沙渚 2020-05-09", .river, "-- 6.725974 5.61 0.24 0.1284", "Ⅲ"),
        Published("观音山 2020-05-09", .lake, "-- 6.55865 5.13 0.18 0.12", "Ⅴ"),
        Published("陶岔 2020-09-11", .lake, "-- 7.86489 1.93 0.03688 0.01016", "Ⅱ"),
        // A7: missing total phosphorus does not stand in the way
        Published("河津大桥 2020-06-01", .river, "7.98707 6.30547 11.9 0.07 --", "Ⅴ"),
        Published("画匠营子 2020-06-01", .river, "7.72043 8.01507 3.9826 0.03596 --", "Ⅱ"),
        Published("大兴桥 2020-06-01", .river, "8.01 7.59 4.83 0.072 --", "Ⅲ"),
    ]

    @Test(arguments: published)
    func classIsThePublishedOne(_ row: Published) throws {
        let measured = zip(IndicatorSet.fiveItems.indicators, row.values).filter { $0.1 != "--" }
        let values = try Fixtures.values(measured.map { ($0.0, $0.1) })
        let classification = WaterQualityStandard.gb3838.classify(values, bodyType: row.bodyType)
        #expect(classification?.waterClass.symbol == row.waterClass)
    }

    /// What the same sections would be with the other body type (A6).
    @Test(arguments: [
        Published("沙渚", .lake, "-- 6.725974 5.61 0.24 0.1284", "Ⅴ"),
        Published("观音山", .river, "-- 6.55865 5.13 0.18 0.12", "Ⅲ"),
        Published("陶岔", .river, "-- 7.86489 1.93 0.03688 0.01016", "Ⅰ"),
    ])
    func bodyTypeDecides(_ row: Published) throws {
        try classIsThePublishedOne(row)
    }

    @Test func decidingItemsAreThoseOfTheOverallClass() throws {
        let values = try Fixtures.values([(.pH, "7"), (.permanganateIndex, "7.5"), (.totalPhosphorus, "0.3")])
        let classification = try #require(WaterQualityStandard.gb3838.classify(values, bodyType: .river))
        #expect(classification.deciding == [.permanganateIndex, .totalPhosphorus])
        #expect(classification.items.map(\.waterClass) == [.iv, .i, .iv])
    }

    @Test func nothingMeasuredHasNoClass() {
        let nothing: [IndicatorValue] = []
        #expect(WaterQualityStandard.gb3838.classify(nothing, bodyType: .lake) == nil)
    }

    /// GB 3838-2002 table 1: the limit itself and the smallest step beyond it, for every class.
    @Test(arguments: [
        (Indicator.permanganateIndex, BodyType.river, ["2", "4", "6", "10", "15"], "0.0001"),
        (.ammoniaNitrogen, .river, ["0.15", "0.5", "1.0", "1.5", "2.0"], "0.0001"),
        (.totalPhosphorus, .river, ["0.02", "0.1", "0.2", "0.3", "0.4"], "0.0001"),
        (.totalPhosphorus, .lake, ["0.01", "0.025", "0.05", "0.1", "0.2"], "0.0001"),
        (.dissolvedOxygen, .river, ["7.5", "6", "5", "3", "2"], "-0.0001"),
        (.dissolvedOxygen, .lake, ["7.5", "6", "5", "3", "2"], "-0.0001"),
    ])
    func limitsOfTableOne(
        _ indicator: Indicator, _ bodyType: BodyType, _ limits: [String], _ beyond: String
    ) throws {
        let step = try Fixtures.decimal(beyond).rational
        for (limit, better) in zip(limits, WaterClass.allCases) {
            let value = try Fixtures.decimal(limit).rational
            let worse = try #require(WaterClass(rawValue: better.rawValue + 1))
            for (probe, expected) in [(value, better), (value + step, worse)] {
                let classification = WaterQualityStandard.gb3838.classify([(indicator, probe)], bodyType: bodyType)
                #expect(classification?.waterClass == expected, "\(probe.text)")
            }
        }
    }

    @Test(arguments: ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"])
    func symbolsAreRead(_ symbol: String) {
        #expect(WaterClass(symbol: symbol)?.symbol == symbol)
    }

    @Test func onlyTheProperSymbolsAreRead() {
        for text in ["", "III", "劣V", "V", "ⅴ", "Ⅵ", "Ⅲ类"] {
            #expect(WaterClass(symbol: text) == nil, "\(text)")
        }
    }
}
