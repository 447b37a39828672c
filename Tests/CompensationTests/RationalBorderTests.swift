import BigInt
import Compensation
import TestSupport
import Testing

/// Fractions whose parts lie on both sides of what 64 bits hold, where one way of computing takes over from
/// the other. Python's `fractions` is the second opinion.
@Suite struct RationalBorderTests {
    private struct Question: Codable {
        let left: String
        let right: String
        let decimals: Int
        let rule: String
    }

    /// Numbers next to powers of two, to products of small primes and to zero.
    private static func part(_ generator: inout SeededGenerator) -> BigInt {
        let near = Int.random(in: -3...3, using: &generator)
        let power = [0, 1, 10, 31, 32, 33, 61, 62, 63, 64, 65, 126, 127, 128].randomElement(using: &generator) ?? 0
        let smooth = [1, 2, 5, 10, 600, 30_030, 1_000_003].randomElement(using: &generator) ?? 1
        let size = (BigInt(1) << power) / BigInt(smooth) * BigInt(smooth) + BigInt(near)
        return Bool.random(using: &generator) ? size : -size
    }

    private static func fraction(_ generator: inout SeededGenerator) -> Rational {
        let numerator = part(&generator)
        let denominator = Int.random(in: 0..<3, using: &generator) == 0 ? 1 : part(&generator)
        return Rational(numerator, over: denominator) ?? .zero
    }

    private static func text(_ value: Rational) -> String {
        "\(value.numerator)/\(value.denominator)"
    }

    @Test(arguments: [UInt64(3838), 8170, 219])
    func agreesWithPythonFractions(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var questions: [Question] = []
        var answers: [[String]] = []
        for index in 0..<4000 {
            let left = Self.fraction(&generator)
            let right = index.isMultiple(of: 7) ? left : Self.fraction(&generator)
            let decimals = Int.random(in: 0...21, using: &generator)
            let rule = RoundingRule.allCases[index % RoundingRule.allCases.count]
            questions.append(
                Question(
                    left: Self.text(left), right: Self.text(right), decimals: decimals, rule: rule.rawValue))
            answers.append([
                Self.text(left + right), Self.text(left - right), Self.text(left * right),
                (left / right).map(Self.text) ?? "none", Self.text(-left),
                left < right ? "less" : left == right ? "equal" : "greater",
                "\(left.isZero) \(left.isNegative) \(left.isInteger)",
                left.rounded(decimals: decimals, rule: rule),
                left.rounded(toMultipleOf: right, rule: rule).map(Self.text) ?? "none",
            ])
        }
        let expected = try Python.answer(Self.script, to: questions, as: [[String]].self)
        for ((question, answer), known) in zip(zip(questions, answers), expected) {
            try #require(answer == known, "\(question)")
        }
        #expect(expected.count == answers.count)
    }

    /// A value reached by way of big numbers is the same value, in the same place of a set.
    @Test func equalValuesAreOneValue() throws {
        var generator = SeededGenerator(seed: 714)
        for _ in 0..<2000 {
            let value = Self.fraction(&generator)
            let detour = Rational(BigInt(1) << 200)
            let quotient = value * detour / detour
            let back = try #require(quotient)
            #expect(back == value)
            #expect(back.hashValue == value.hashValue)
            #expect(!(back < value) && !(value < back))
            #expect(value + detour - detour == value)
        }
    }

    @Test(arguments: [
        (Int64.max, Int64.max), (.min, .max), (.min, .min), (.max, 1), (.min, 1), (0, .min), (-1, .min), (1, .min),
    ])
    func extremesAreExact(_ numerator: Int64, _ denominator: Int64) throws {
        let value = try #require(Rational(BigInt(numerator), over: BigInt(denominator)))
        #expect(value.numerator * BigInt(denominator) == value.denominator * BigInt(numerator))
        #expect(value.denominator > 0)
        #expect(value - value == .zero)
        #expect(-(-value) == value)
    }

    private static let script = """
        import decimal, json, sys
        from fractions import Fraction
        decimal.getcontext().prec = 100
        names = {"half-even": decimal.ROUND_HALF_EVEN, "half-up": decimal.ROUND_HALF_UP,
                 "down": decimal.ROUND_DOWN, "ceiling": decimal.ROUND_CEILING}
        def whole(value, rule):
            # The digits behind the point are only told apart as none, half, less or more.
            floor = value.numerator // value.denominator
            rest = value - floor
            part = "0" if rest == 0 else "5" if rest * 2 == 1 else "3" if rest * 2 < 1 else "7"
            return int((decimal.Decimal(floor) + decimal.Decimal("0." + part)).quantize(
                decimal.Decimal(1), rounding=names[rule]))
        def text(value):
            return f"{value.numerator}/{value.denominator}"
        def places(value, count, rule):
            number = whole(value * 10 ** count, rule)
            digits = str(abs(number)).rjust(count + 1, "0")
            return ("-" if number < 0 else "") + (digits[:-count] + "." + digits[-count:] if count else digits)
        def answer(question):
            a, b = Fraction(question["left"]), Fraction(question["right"])
            rule = question["rule"]
            return [text(a + b), text(a - b), text(a * b), text(a / b) if b else "none", text(-a),
                    "less" if a < b else "equal" if a == b else "greater",
                    " ".join(str(flag).lower() for flag in (a == 0, a < 0, a.denominator == 1)),
                    places(a, question["decimals"], rule),
                    text(whole(a / b, rule) * b) if b > 0 else "none"]
        print(json.dumps([answer(question) for question in json.load(sys.stdin)]))
        """
}
