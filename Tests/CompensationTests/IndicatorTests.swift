import Compensation
import TestSupport
import Testing

/// Identity of indicators, the sets they form, and limits that come as data.
@Suite struct IndicatorTests {
    private static func custom(_ code: String) -> Indicator {
        Indicator(code: code, symbol: "X", name: Bilingual(zh: "某项", en: "item"), unit: "", decimals: 1)
    }

    @Test func orderAndIdentityGoByCode() throws {
        var generator = SeededGenerator(seed: 3838)
        let codes = (Indicator.all + ["aa", "coverage", "ph2", "zz", "\u{E9}", "e\u{301}"].map(Self.custom))
            .shuffled(using: &generator)
        let sorted = codes.sorted().map(\.code)
        for (code, next) in zip(sorted, sorted.dropFirst()) {
            #expect(code.utf8.lexicographicallyPrecedes(next.utf8))
        }
        #expect(Set(codes).count == codes.count)
        #expect(Self.custom("ph") == .pH)
        #expect(Self.custom("ph").hashValue == Indicator.pH.hashValue)
        #expect(Self.custom("coverage") == Self.custom("coverage"))
        #expect(Self.custom("coverage").hashValue == Self.custom("coverage").hashValue)
        // é as one and as two scalars: equal for String, two indicators here.
        #expect(Self.custom("\u{E9}") != Self.custom("e\u{301}"))
        #expect(Self.custom("coverage") != .pH && .pH != Self.custom("coverage"))
    }

    /// Schemes find an indicator by symbol or Chinese name; words wholly in small letters are the language's.
    @Test func namesAreDistinct() {
        let names = Indicator.all.flatMap { [$0.symbol, $0.name.zh] }
        #expect(Set(names).count == names.count)
        #expect(Set(Indicator.all.map(\.name.en)).count == 24)
        for symbol in Indicator.all.map(\.symbol) {
            #expect(symbol.contains { $0.isUppercase }, "\(symbol)")
        }
        for indicator in Indicator.all {
            #expect(indicator.name.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
            #expect(["", "℃", "mg/L", "个/L"].contains(indicator.unit))
        }
    }

    @Test func sets() {
        #expect(IndicatorSet.fiveItems.indicators.map(\.symbol) == ["pH", "DO", "CODMn", "NH3-N", "TP"])
        // 环办监测函〔2020〕82号: table 1 without 水温, 总氮, 粪大肠菌群.
        #expect(IndicatorSet.twentyOneItems.indicators.count == 21)
        for left: Indicator in [.waterTemperature, .totalNitrogen, .faecalColiforms] {
            #expect(!IndicatorSet.twentyOneItems.contains(left))
        }
        let cover = Self.custom("coverage")
        let set = IndicatorSet([.pH, cover, .pH, cover])
        #expect(set.indicators == [.pH, cover])
        #expect(set.contains(cover) && set.contains(.pH))
        #expect(!set.contains(.copper) && !set.contains(Self.custom("density")))
    }

    private static func means(_ entries: [(Indicator, String)]) throws -> PeriodMeans {
        PeriodMeans(of: [try Fixtures.reading("a", "2021-01-01T08:00+08:00", .normal, entries)])
    }

    /// 环办监测函〔2020〕714号, "5+X".
    @Test func fiveAndWhatExceeded() throws {
        let lastYear = try Self.means([(.petroleum, "0.06"), (.copper, "0.9"), (.totalNitrogen, "9")])
        let thisYear = try Self.means([(.petroleum, "0.01"), (.fluoride, "1.01"), (.lead, "0.02"), (.pH, "5")])
        func items(_ stretches: [PeriodMeans], _ target: WaterClass = .iii) -> [String] {
            let set = IndicatorSet.fivePlusX(stretches, bodyType: .lake, target: target)
            #expect(Array(set.indicators.prefix(5)) == IndicatorSet.fiveItems.indicators)
            return set.indicators.dropFirst(5).map(\.symbol)
        }
        #expect(items([]) == [])
        #expect(items([lastYear]) == ["Oil"])
        #expect(items([lastYear, thisYear]) == ["F", "Oil"])
        #expect(items([thisYear], .ii) == ["F", "Pb"])
        #expect(items([lastYear], .i) == ["Cu", "Oil"])
        #expect(items([lastYear, thisYear], .v) == ["F", "Oil"], "a laxer target does not loosen the rule")
    }

    /// 环办〔2011〕22号: (C - Cs) / Cs. CODMn 7.2 against 6, TP 0.34 against 0.2 (D1).
    @Test(
        arguments: [
            (Indicator.permanganateIndex, "7.2", "6", "0.2"), (.totalPhosphorus, "0.34", "0.2", "0.7"),
            (.permanganateIndex, "6", "6", "0"), (.permanganateIndex, "3", "6", "-0.5"), (.copper, "1", "0", nil),
            (.pH, "9.5", "9", nil), (.dissolvedOxygen, "4", "5", nil), (.waterTemperature, "30", "20", nil),
        ] as [(Indicator, String, String, String?)])
    func exceedMultiple(_ indicator: Indicator, _ value: String, _ limit: String, _ expected: String?) throws {
        let found = indicator.exceedMultiple(
            of: try Fixtures.decimal(value).rational, over: try Fixtures.decimal(limit).rational)
        #expect(found?.text == expected)
    }

    @Test func limitsThatComeAsData() throws {
        let cover = Self.custom("coverage")
        func limits(_ numbers: [Int]) -> [Rational] { numbers.map { Rational($0) } }
        for bad in [[], [1, 2, 3, 4], [1, 2, 3, 4, 5, 6], [5, 4, 3, 2, 1]] {
            #expect(IndicatorLimits(indicator: cover, requirement: .atMost(limits(bad))) == nil)
        }
        #expect(IndicatorLimits(indicator: cover, requirement: .atLeast(limits([1, 2, 3, 4, 5]))) == nil)
        let atLeast = try #require(
            IndicatorLimits(indicator: cover, requirement: .atLeast(limits([60, 50, 40, 40, 20]))))
        let standard = WaterQualityStandard(code: "example", river: [atLeast], lake: [])
        for (value, expected) in [(60, WaterClass.i), (59, .ii), (40, .iii), (39, .v), (19, .worseThanV)] {
            let found = standard.classify([(cover, Rational(value)), (.pH, .one)], bodyType: .river)
            #expect(found?.waterClass == expected)
            let prepared = Classifier(indicators: [.pH, cover], bodyType: .river, standard: standard)
            #expect(prepared.waterClass(of: [Rational(1), Rational(value)]) == expected)
            #expect(prepared.waterClass(of: Rational(value), at: 1) == expected)
        }
        #expect(standard.classify([(cover, .one)], bodyType: .lake) == nil)
        let prepared = Classifier(indicators: [cover], bodyType: .river, standard: standard)
        #expect(prepared.waterClass(of: [nil]) == nil)
        #expect(prepared.waterClass(of: []) == nil)
        #expect(prepared.waterClass(of: .one, at: 1) == nil && prepared.waterClass(of: .one, at: -1) == nil)
    }
}
