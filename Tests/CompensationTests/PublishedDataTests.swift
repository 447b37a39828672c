import Compensation
import Testing

/// Cases A8 and A9 on everything that was published. Source: 中国环境监测总站 (CNEMC), see Data/README.md.
@Suite struct PublishedDataTests {
    /// Rows of the national bulletin that no computation from the published values explains.
    private static let inexplicable = [
        "2020-11-04 三岔口 Ⅱ", "2020-11-04 大屈 Ⅲ", "2020-11-04 王江泾 Ⅳ", "2020-11-04 宗关 Ⅱ",
    ]

    private static func rows(_ file: String) throws -> [[String]] {
        let bytes = try Fixtures.bytes("Tests/CompensationTests/Data/\(file)")
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func everyPublishedClassFollowsFromTheRawValues() throws {
        let rows = try Self.rows("published-classes.csv")
        #expect(rows.count == 14_579)
        let items = IndicatorSet.fiveItems.indicators
        var others: [String] = []
        for row in rows {
            try #require(row.count == 10)
            let bodyType = try #require(BodyType(rawValue: row[2]))
            let measured = zip(items, row[4...8]).filter { !$0.1.isEmpty }.map { ($0.0, $0.1) }
            let values = try Fixtures.values(measured)
            let found = WaterQualityStandard.gb3838.classify(values, bodyType: bodyType)
            let columns = try row[4...8].map { $0.isEmpty ? nil : try Fixtures.decimal($0).rational }
            let prepared = Classifier(indicators: items, bodyType: bodyType)
            try #require(prepared.waterClass(of: columns) == found?.waterClass)
            let pairs = values.map { ($0.indicator, $0.value.inMeans) }
            try #require(
                WaterQualityStandard.gb3838.waterClass(of: pairs, bodyType: bodyType) == found?.waterClass)
            if found?.waterClass.symbol != row[9] { others.append("\(row[0]) \(row[1]) \(row[9])") }
        }
        #expect(others.sorted() == Self.inexplicable.sorted())
    }

    @Test func everyPublishedTieIsDisplayedAsInTheBulletin() throws {
        // Not items of the standard, but shown beside them.
        let others = [
            Indicator(
                code: "cond", symbol: "EC", name: Bilingual(zh: "电导率", en: "conductivity"), unit: "μS/cm",
                decimals: 1),
            Indicator(
                code: "turb", symbol: "NTU", name: Bilingual(zh: "浊度", en: "turbidity"), unit: "NTU", decimals: 1),
        ]
        let rows = try Self.rows("published-ties.csv")
        #expect(rows.count == 1_041)
        var keptADigit = 0
        for row in rows {
            let indicator = try #require(Indicator(code: row[0]) ?? others.first { $0.code == row[0] })
            try #require(indicator.displayed(try Fixtures.decimal(row[1]).rational) == row[2], "\(row)")
            if row[1] == row[2] { keptADigit += 1 }
        }
        // NH3-N 0.0005: too small for the decimals, shown as it is.
        #expect(keptADigit == 1)
    }
}
