import Compensation
import Testing

/// Values as written, above and below the detection limit.
@Suite struct MeasuredValueTests {
    /// A10: half the limit in means (环办监测函〔2020〕82号), zero in loads (SL 219-2013, 12.2.5).
    @Test(arguments: [
        ("0.025L", true, "0.0125", "0"), ("<0.025", true, "0.0125", "0"), ("<0.0250", true, "0.0125", "0"),
        ("0.01L", true, "0.005", "0"), ("20L", true, "10", "0"), ("0.025", false, "0.025", "0.025"),
        ("0", false, "0", "0"), ("7.60", false, "7.6", "7.6"), ("-0.5", false, "-0.5", "-0.5"),
        ("<0.000000000000000001", true, "0.0000000000000000005", "0"),
    ])
    func inMeansAndLoads(_ text: String, _ isBelow: Bool, _ inMeans: String, _ inLoads: String) throws {
        let value = try Fixtures.measured(text)
        #expect(value.text == text)
        #expect(value.isBelowLimit == isBelow)
        #expect(value.inMeans.text == inMeans)
        #expect(value.inLoads.text == inLoads)
    }

    @Test(arguments: [
        "", "L", "<", "<0", "0L", "0.000L", "<-1", "-1L", "<0.025L", "0.025l", "0.025LL", "<<0.025", "< 0.025",
        "0.025 L", "＜0.025", "≤0.025", ">0.025", "<\u{338}0.025", "0.025\u{338}L", "ND", "未检出", "<1e-3", "<.5",
    ])
    func otherForms(_ text: String) {
        #expect(MeasuredValue(text) == nil)
    }

    @Test func equalityGoesByBytesAsWritten() throws {
        let texts = ["0.025", "0.0250", "0.025L", "0.0250L", "<0.025", "<0.0250"]
        let values = try texts.map(Fixtures.measured)
        #expect(Set(values).count == texts.count)
        for text in texts {
            #expect(try Fixtures.measured(text) == Fixtures.measured(text))
            #expect(try Fixtures.measured(text).hashValue == Fixtures.measured(text).hashValue)
        }
    }

    /// Below the limit a value is classed by half the limit: 0.04L of NH3-N counts as 0.02.
    @Test func classOfAValueBelowTheLimit() throws {
        let values = try Fixtures.values([(.totalPhosphorus, "0.04L"), (.ammoniaNitrogen, "<0.4")])
        let found = try #require(WaterQualityStandard.gb3838.classify(values, bodyType: .river))
        #expect(found.items.map { "\($0.indicator.symbol) \($0.waterClass.symbol)" } == ["NH3-N Ⅱ", "TP Ⅰ"])
    }
}
