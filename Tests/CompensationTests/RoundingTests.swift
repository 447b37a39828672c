import Compensation
import Testing

@Suite struct RoundingTests {
    /// Case A9: raw values that are ties, with what the national bulletin displayed (CNEMC).
    @Test(arguments: [
        ("3.405", 2, "3.40"), ("8.145", 2, "8.14"), ("1.225", 2, "1.22"), ("0.1105", 3, "0.110"),
        ("0.0085", 3, "0.008"), ("0.7085", 3, "0.708"), ("12.105", 2, "12.10"), ("18.445", 2, "18.44"),
        ("5.145", 2, "5.14"), ("7.945", 2, "7.94"), ("14.45", 1, "14.4"), ("355.45", 1, "355.4"),
    ])
    func publishedTiesGoToTheEvenDigit(_ raw: String, _ decimals: Int, _ displayed: String) throws {
        #expect(try Fixtures.decimal(raw).rational.rounded(decimals: decimals, rule: .halfEven) == displayed)
    }

    /// Case A9: a value too small for its decimals keeps one digit.
    @Test(arguments: [
        (Indicator.permanganateIndex, "0.005", "0.005"), (.ammoniaNitrogen, "0.0005", "0.0005"),
        (.totalPhosphorus, "0.0005", "0.0005"), (.permanganateIndex, "1.225", "1.22"),
        (.totalPhosphorus, "0.0085", "0.008"), (.pH, "7.945", "7.94"), (.ammoniaNitrogen, "0", "0.000"),
    ])
    func displayedAsInTheBulletin(_ indicator: Indicator, _ raw: String, _ displayed: String) throws {
        #expect(indicator.displayed(try Fixtures.decimal(raw).rational) == displayed)
    }

    /// Half to even and the sign rule follow the examples of GB/T 8170-2008; the others their definition.
    @Test(arguments: [
        ("12.1498", 1, RoundingRule.halfEven, "12.1"), ("1268", 0, .halfEven, "1268"),
        ("10.5002", 0, .halfEven, "11"), ("1.050", 1, .halfEven, "1.0"), ("0.35", 1, .halfEven, "0.4"),
        ("-0.0365", 3, .halfEven, "-0.036"), ("15.4546", 0, .halfEven, "15"), ("-0.4", 0, .halfEven, "0"),
        ("0.125", 2, .halfUp, "0.13"), ("0.1249", 2, .halfUp, "0.12"), ("-0.125", 2, .halfUp, "-0.13"),
        ("0.129", 2, .down, "0.12"), ("-0.129", 2, .down, "-0.12"),
        ("0.121", 2, .ceiling, "0.13"), ("0.12", 2, .ceiling, "0.12"), ("-0.129", 2, .ceiling, "-0.12"),
        ("5", 2, .ceiling, "5.00"),
    ])
    func rules(_ raw: String, _ decimals: Int, _ rule: RoundingRule, _ expected: String) throws {
        #expect(try Fixtures.decimal(raw).rational.rounded(decimals: decimals, rule: rule) == expected)
    }

    @Test func multiplesOfAStep() throws {
        let step = try Fixtures.decimal("0.5").rational
        for (raw, expected) in [("0.01", "0.5"), ("0.5", "0.5"), ("0.51", "1"), ("1.01", "1.5")] {
            let rounded = try Fixtures.decimal(raw).rational.rounded(toMultipleOf: step, rule: .ceiling)
            #expect(rounded?.text == expected)
        }
        #expect(Rational(1).rounded(toMultipleOf: .zero, rule: .down) == nil)
    }
}
