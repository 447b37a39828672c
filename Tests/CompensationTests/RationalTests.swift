import BigInt
import Compensation
import Foundation
import TestSupport
import Testing

@Suite struct RationalTests {
    @Test func reducedWithPositiveDenominator() throws {
        let value = try #require(Rational(6, over: -4))
        #expect(value.numerator == -3)
        #expect(value.denominator == 2)
        #expect(Rational(1, over: 0) == nil)
        #expect(Rational(1) / .zero == nil)
    }

    @Test(arguments: [
        (9783, 1300, "9783/1300"), (3, 2, "1.5"), (-1, 8, "-0.125"), (400, 10, "40"), (0, 7, "0"),
        (1, 3, "1/3"), (-2, 6, "-1/3"), (1, 1000, "0.001"),
    ])
    func canonicalText(_ numerator: Int, _ denominator: Int, _ text: String) throws {
        #expect(try #require(Rational(BigInt(numerator), over: BigInt(denominator))).text == text)
    }

    /// Python's `fractions` and `decimal` are the second opinion.
    @Test func agreesWithPythonFractions() throws {
        var generator = SeededGenerator(seed: 8170)
        let rules: [RoundingRule] = [.halfEven, .halfUp, .down, .ceiling]
        var questions: [String] = []
        var answers: [String] = []
        for index in 0..<2000 {
            let (left, right) = (Self.random(&generator), Self.random(&generator))
            let sign = ["+", "-", "*", "/"][index % 4]
            let result: Rational? =
                switch sign {
                case "+": left + right
                case "-": left - right
                case "*": left * right
                default: left / right
                }
            let decimals = Int.random(in: 0...6, using: &generator)
            let rule = rules[index / 4 % 4]
            questions.append("\(Self.fraction(left)) \(sign) \(Self.fraction(right)) \(decimals) \(rule.rawValue)")
            answers.append(
                result.map {
                    "\(Self.fraction($0)) \($0.rounded(decimals: decimals, rule: rule)) \(left < right)"
                } ?? "none")
        }
        #expect(try Self.python(questions) == answers)
    }

    /// Small denominators and halves are frequent, so that ties and equal values occur.
    private static func random(_ generator: inout SeededGenerator) -> Rational {
        let denominators = [1, 2, 4, 5, 8, 20, 200, 2000, 7, 13, 1300, 999_983]
        let numerator = Int.random(in: -30_000...30_000, using: &generator)
        let denominator = denominators.randomElement(using: &generator) ?? 1
        return Rational(BigInt(numerator), over: BigInt(denominator)) ?? .zero
    }

    private static func fraction(_ value: Rational) -> String {
        "\(value.numerator)/\(value.denominator)"
    }

    private static func python(_ questions: [String]) throws -> [String] {
        let script = """
            import decimal, fractions, sys
            decimal.getcontext().prec = 60
            names = {"half-even": decimal.ROUND_HALF_EVEN, "half-up": decimal.ROUND_HALF_UP,
                     "down": decimal.ROUND_DOWN, "ceiling": decimal.ROUND_CEILING}
            def rounded(value, places, rule):
                # Exact: the digits behind the rounded place are only told apart as none, half, less or more.
                scaled = value * 10 ** places
                whole = scaled.numerator // scaled.denominator
                rest = scaled - whole
                part = "0" if rest == 0 else "5" if rest * 2 == 1 else "3" if rest * 2 < 1 else "7"
                digits = decimal.Decimal(whole) + decimal.Decimal("0." + part)
                number = digits.quantize(decimal.Decimal(1), rounding=names[rule]).scaleb(-places)
                text = f"{number:.{places}f}"
                return text[1:] if number == 0 and text.startswith("-") else text
            for line in open(sys.argv[1]):
                left, sign, right, places, rule = line.split()
                a, b = fractions.Fraction(left), fractions.Fraction(right)
                if sign == "/" and b == 0:
                    print("none"); continue
                c = a + b if sign == "+" else a - b if sign == "-" else a * b if sign == "*" else a / b
                print(f"{c.numerator}/{c.denominator} {rounded(c, int(places), rule)} {str(a < b).lower()}")
            """
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("rational-\(UUID().uuidString)")
        try questions.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
