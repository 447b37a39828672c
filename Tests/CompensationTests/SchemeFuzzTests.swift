import Compensation
import TestSupport
import Testing

/// Loading may refuse any text but never crash, and what it accepts can be computed.
@Suite struct SchemeFuzzTests {
    private static let scraps = [
        "let ", "pay ", "when ", "otherwise", ":", "missing ", "class of ", "mean of readings at ", " / ", " - ",
        "(", ")", "0", "9999999999", "Ⅲ", "劣Ⅴ", "万元", "mg/L", "%", "\"", "\n", "\n  ", "```", "```tongzhou\n",
        "<", "# ", "\u{202E}", "里耶镇", " of ", "round ", " to ", " by half-even", "not ", " or ", "=", "!=",
    ].map { Array($0.utf8) }

    @Test func mutatedSchemesNeverCrash() throws {
        let original = try Fixtures.bytes("schemes/酉水-重庆-湖南.md")
        let period = try #require(Period("2021-04"))
        let readings = try LiyeReadings.all()
        var generator = SeededGenerator(seed: 3838)
        var accepted = 0
        var refused = 0
        for _ in 0..<3000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                Self.mutate(&bytes, &generator)
            }
            switch Scheme.load(bytes) {
            case .success(let scheme):
                accepted += 1
                let outcome = scheme.settle(period: period, readings: readings)
                #expect(outcome == scheme.settle(period: period, readings: readings.reversed()))
            case .failure(let problems):
                refused += 1
                #expect(problems.all.allSatisfy { $0.line >= 1 && $0.column >= 1 })
                #expect(!problems.all.isEmpty)
            }
        }
        // Both paths must have been walked for the test to mean anything.
        #expect(accepted > 150)
        #expect(refused > 1000)
    }

    private static func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &generator)
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
        case 4: bytes.replaceSubrange(place..<place, with: scraps.randomElement(using: &generator) ?? [])
        default: bytes.removeSubrange(place...)
        }
    }
}
