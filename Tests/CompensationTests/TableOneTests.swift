import Compensation
import Testing

/// GB 3838-2002 《地表水环境质量标准》 table 1.
@Suite struct TableOneTests {
    /// Ⅰ to Ⅴ as printed, for rivers and lakes alike unless named.
    static let table: [(Indicator, [BodyType], String)] = [
        (.dissolvedOxygen, [.river, .lake], "7.5 6 5 3 2"),
        (.permanganateIndex, [.river, .lake], "2 4 6 10 15"),
        (.chemicalOxygenDemand, [.river, .lake], "15 15 20 30 40"),
        (.biochemicalOxygenDemand, [.river, .lake], "3 3 4 6 10"),
        (.ammoniaNitrogen, [.river, .lake], "0.15 0.5 1.0 1.5 2.0"),
        (.totalPhosphorus, [.river], "0.02 0.1 0.2 0.3 0.4"),
        (.totalPhosphorus, [.lake], "0.01 0.025 0.05 0.1 0.2"),
        (.totalNitrogen, [.lake], "0.2 0.5 1.0 1.5 2.0"),
        (.copper, [.river, .lake], "0.01 1.0 1.0 1.0 1.0"),
        (.zinc, [.river, .lake], "0.05 1.0 1.0 2.0 2.0"),
        (.fluoride, [.river, .lake], "1.0 1.0 1.0 1.5 1.5"),
        (.selenium, [.river, .lake], "0.01 0.01 0.01 0.02 0.02"),
        (.arsenic, [.river, .lake], "0.05 0.05 0.05 0.1 0.1"),
        (.mercury, [.river, .lake], "0.00005 0.00005 0.0001 0.001 0.001"),
        (.cadmium, [.river, .lake], "0.001 0.005 0.005 0.005 0.01"),
        (.hexavalentChromium, [.river, .lake], "0.01 0.05 0.05 0.05 0.1"),
        (.lead, [.river, .lake], "0.01 0.01 0.05 0.05 0.1"),
        (.cyanide, [.river, .lake], "0.005 0.05 0.2 0.2 0.2"),
        (.volatilePhenols, [.river, .lake], "0.002 0.002 0.005 0.01 0.1"),
        (.petroleum, [.river, .lake], "0.05 0.05 0.05 0.5 1.0"),
        (.anionicSurfactants, [.river, .lake], "0.2 0.2 0.2 0.3 0.3"),
        (.sulfide, [.river, .lake], "0.05 0.1 0.2 0.5 1.0"),
        (.faecalColiforms, [.river, .lake], "200 2000 10000 20000 40000"),
    ]

    private static func waterClass(_ value: Rational, _ indicator: Indicator, _ bodyType: BodyType) -> WaterClass? {
        WaterQualityStandard.gb3838.classify(
            [(indicator, value)], bodyType: bodyType, items: IndicatorSet([indicator]))?.waterClass
    }

    /// A value at a limit belongs to the best class with that limit; the least bit beyond it to the next class
    /// with another.
    @Test(arguments: table)
    func limits(_ indicator: Indicator, _ bodyTypes: [BodyType], _ printed: String) throws {
        let limits = try printed.split(separator: " ").map { try Fixtures.decimal(String($0)) }
        try #require(limits.count == 5)
        let beyond = try Fixtures.decimal(indicator == .dissolvedOxygen ? "-0.0000001" : "0.0000001").rational
        for bodyType in bodyTypes {
            let registered = try #require(
                WaterQualityStandard.gb3838.limits(of: indicator, bodyType: bodyType))
            for (limit, named) in zip(limits, WaterClass.allCases) {
                #expect(registered.limit(for: named) == limit.rational)
                let best = try #require(zip(limits, WaterClass.allCases).first { $0.0 == limit }?.1)
                #expect(Self.waterClass(limit.rational, indicator, bodyType) == best)
                let next = zip(limits, WaterClass.allCases).first { $0.1 > named && $0.0 != limit }?.1 ?? .worseThanV
                #expect(Self.waterClass(limit.rational + beyond, indicator, bodyType) == next)
            }
            #expect(registered.limit(for: .worseThanV) == nil)
        }
    }

    /// Where adjacent classes share a limit, written out.
    @Test(arguments: [
        (Indicator.chemicalOxygenDemand, "15", "Ⅰ"), (.chemicalOxygenDemand, "15.1", "Ⅲ"),
        (.copper, "0.02", "Ⅱ"), (.copper, "1.1", "劣Ⅴ"), (.zinc, "1.5", "Ⅳ"), (.fluoride, "1.2", "Ⅳ"),
        (.arsenic, "0.06", "Ⅳ"), (.arsenic, "0.11", "劣Ⅴ"), (.mercury, "0.00005", "Ⅰ"), (.mercury, "0.00006", "Ⅲ"),
        (.mercury, "0.0002", "Ⅳ"), (.cadmium, "0.004", "Ⅱ"), (.cadmium, "0.006", "Ⅴ"), (.lead, "0.011", "Ⅲ"),
        (.cyanide, "0.3", "劣Ⅴ"), (.petroleum, "0.06", "Ⅳ"), (.faecalColiforms, "9200", "Ⅲ"),
        (.pH, "6", "Ⅰ"), (.pH, "9", "Ⅰ"), (.pH, "7.2", "Ⅰ"), (.pH, "5.9999", "劣Ⅴ"), (.pH, "9.0001", "劣Ⅴ"),
    ])
    func sharedLimits(_ indicator: Indicator, _ value: String, _ expected: String) throws {
        for bodyType in BodyType.allCases {
            #expect(Self.waterClass(try Fixtures.decimal(value).rational, indicator, bodyType)?.symbol == expected)
        }
    }

    @Test func everyItemIsInTheTable() {
        #expect(Indicator.all.count == 24)
        let listed = Self.table.map(\.0) + [.waterTemperature, .pH]
        #expect(Indicator.all.allSatisfy { listed.contains($0) })
        #expect(WaterQualityStandard.gb3838.limits(bodyType: .river).count == 22)
        #expect(WaterQualityStandard.gb3838.limits(bodyType: .lake).count == 23)
    }

    /// Water temperature has no class, total nitrogen none in rivers; neither it nor faecal coliforms make a
    /// class worse unless they are asked for (环办〔2011〕22号).
    @Test func whatIsLeftAside() throws {
        let standard = WaterQualityStandard.gb3838
        #expect(Self.waterClass(Rational(40), .waterTemperature, .river) == nil)
        #expect(Self.waterClass(Rational(9), .totalNitrogen, .river) == nil)
        #expect(Self.waterClass(Rational(9), .totalNitrogen, .lake) == .worseThanV)
        let values = try Fixtures.values([
            (.permanganateIndex, "1"), (.totalNitrogen, "9"), (.faecalColiforms, "50000"), (.waterTemperature, "40"),
        ])
        for bodyType in BodyType.allCases {
            let found = try #require(standard.classify(values, bodyType: bodyType))
            #expect(found.waterClass == .i)
            #expect(found.items.map(\.indicator) == [.permanganateIndex])
        }
        let asked = IndicatorSet([.totalNitrogen, .permanganateIndex])
        #expect(standard.classify(values, bodyType: .lake, items: asked)?.deciding == [.totalNitrogen])
        #expect(standard.classify(values, bodyType: .river, items: asked)?.waterClass == .i)
    }

    /// A1 to A3: 街口 by the lake limits and 铜官峡, total nitrogen shown beside the class.
    @Test(arguments: [("1.16", "Ⅳ"), ("1.68", "Ⅴ"), ("0.98", "Ⅲ"), ("0.89", "Ⅲ")])
    func totalNitrogenAlone(_ value: String, _ expected: String) throws {
        #expect(Self.waterClass(try Fixtures.decimal(value).rational, .totalNitrogen, .lake)?.symbol == expected)
    }
}
