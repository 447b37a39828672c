import Compensation
import Federation
import TestSupport
import Testing

/// Netting and dividing, against plain integers and Python's fractions.
@Suite struct NettingTests {
    private struct Payment: Codable {
        let payer, payee, river: String
        let fen: Int64
    }

    private static let parties = ["110000", "130000", "330000", "340000", "510000"]

    private func payments(_ generator: inout SeededGenerator) -> [Payment] {
        (0..<Int.random(in: 0...60, using: &generator)).map { _ in
            let payer = Self.parties.randomElement(using: &generator) ?? ""
            let others = Self.parties.filter { $0 != payer }
            return Payment(
                payer: payer, payee: others.randomElement(using: &generator) ?? "",
                river: ["", "甲河", "乙河"].randomElement(using: &generator) ?? "",
                // Small amounts often cancel; a large one is about all the money there is.
                fen: Bool.random(using: &generator)
                    ? Int64.random(in: 0...3, using: &generator) : Int64.random(in: 0...1 << 53, using: &generator))
        }
    }

    private func flows(_ payments: [Payment]) throws -> [Netting.Flow] {
        try payments.map { payment in
            let (payer, payee) = (try EntryVectors.party(payment.payer), try EntryVectors.party(payment.payee))
            let river = payment.river.isEmpty ? nil : payment.river
            return try #require(Netting.Flow(payer: payer, payee: payee, fen: payment.fen, river: river))
        }
    }

    @Test func equalsTheSumsOfPython() throws {
        var generator = SeededGenerator(seed: 2018)
        let cases = (0..<200).map { _ in payments(&generator) }
        let script = """
            import json, sys
            from fractions import Fraction
            answers = []
            for payments in json.load(sys.stdin):
                net = {}
                for p in payments:
                    for a, b, sign in ((p['payer'], p['payee'], 1), (p['payee'], p['payer'], -1)):
                        key = (p['river'].encode(), a, b)
                        net[key] = net.get(key, Fraction(0)) + sign * Fraction(p['fen'])
                answers.append([f"{a} {b} {int(v)}" + (f" {r.decode()}" if r else "")
                                for (r, a, b), v in sorted(net.items()) if v > 0])
            print(json.dumps(answers))
            """
        let expected: [[String]] = try Python.answer(script, to: cases)
        #expect(expected.count == cases.count)
        for (payments, lines) in zip(cases, expected) {
            let transfers = try #require(Netting.transfers(try flows(payments)))
            #expect(MoneyWorld.lines(transfers) == lines)
            let shuffled = try flows(payments.shuffled(using: &generator))
            #expect(Netting.transfers(shuffled) == transfers)
            let positions = try #require(Netting.positions(transfers))
            #expect(positions.map(\.net.count).reduce(0, +) == 0)
        }
    }

    @Test func sumsThatDoNotFitAreNoSums() throws {
        let most = Payment(payer: "110000", payee: "130000", river: "", fen: .max)
        #expect(Netting.transfers(try flows([most, most])) == nil)
        #expect(Netting.transfers(try flows([most]))?.map(\.amount.count) == [.max])
        let party = try #require(PartyCode("110000"))
        #expect(Netting.Flow(payer: party, payee: party, fen: 1) == nil)
    }

    private struct Division: Codable {
        let amount: Int64
        let factors: [Int64]
    }

    /// Largest remainder (Hare quota) with Python's exact fractions.
    @Test func dividesByLargestRemainderAsPythonDoes() throws {
        var generator = SeededGenerator(seed: 66)
        let cases = (0..<400).map { _ in
            Division(
                amount: Int64.random(in: 0...(Bool.random(using: &generator) ? 50 : 1 << 53), using: &generator),
                factors: (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                    Int64.random(in: 1...(Bool.random(using: &generator) ? 4 : 1_000_000_000), using: &generator)
                })
        }
        let script = """
            import json, sys
            from fractions import Fraction
            answers = []
            for c in json.load(sys.stdin):
                total = sum(c['factors'])
                exact = [Fraction(c['amount'] * f, total) for f in c['factors']]
                parts = [e.numerator // e.denominator for e in exact]
                order = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
                for i in order[:c['amount'] - sum(parts)]:
                    parts[i] += 1
                answers.append(parts)
            print(json.dumps(answers))
            """
        let expected: [[Int64]] = try Python.answer(script, to: cases)
        for (division, parts) in zip(cases, expected) {
            let own = LargestRemainder.parts(of: Fen(division.amount), by: division.factors)
            #expect(own?.map(\.count) == parts, "\(division)")
            #expect(parts.reduce(0, +) == division.amount)
        }
    }

    @Test func whatCannotBeDividedIsNot() {
        for factors in [[], [0], [1, -1], [1_000_000_001]] as [[Int64]] {
            #expect(LargestRemainder.parts(of: Fen(100), by: factors) == nil)
        }
        #expect(LargestRemainder.parts(of: Fen(-1), by: [1]) == nil)
        #expect(LargestRemainder.parts(of: Fen(.max), by: [1, 1])?.map(\.count) == [1 << 62, (1 << 62) - 1])
    }
}
