import Compensation
import Testing

/// B9: the fund of Shiyan, and a section that misses its target but is not worse than its inlet.
@Suite struct ShiyanSchemeTests {
    private func settled(_ lines: [String] = [], _ readings: [Reading] = []) throws -> Settlement {
        try SchemeLibrary.settled(
            SchemeLibrary.load("湖北-十堰"), "2021", readings: readings,
            supplied: SchemeLibrary.each("水质目标", ["泗河口", "天河口"], "Ⅲ") + lines)
    }

    /// B9: 300 + 10 × 300 = 3 300; Maojian was awarded 387.
    @Test func b9Fund() throws {
        let settlement = try settled(["奖补金(茅箭区) = 387 万元"])
        #expect(try settlement.value(of: "归集总额") == "3300 万元")
        let transfers = settlement.transfers.map {
            "\($0.payer.text) → \($0.payee.text): \($0.amount.formattedWanYuan)"
        }
        #expect(
            transfers == [
                "420303 → 420302: 87", "420303 → 420300: 213", "420304 → 420300: 300", "420322 → 420300: 300",
                "420323 → 420300: 300", "420324 → 420300: 300", "420325 → 420300: 300", "420381 → 420300: 300",
                "420391 → 420300: 300", "420392 → 420300: 300",
            ])
    }

    @Test func awardsBeyondTheFundAreRefused() throws {
        let awards = SchemeLibrary.each("奖补金", ["茅箭区", "张湾区", "郧阳区"], "1101 万元")
        let targets = SchemeLibrary.each("水质目标", ["泗河口", "天河口"], "Ⅲ")
        #expect(
            try SchemeLibrary.obstacle(SchemeLibrary.load("湖北-十堰"), "2021", supplied: targets + awards)
                == "requirement-not-met")
    }

    /// Limits of class Ⅲ: CODMn 6, NH3-N 1.0, TP 0.2.
    @Test(arguments: [
        ("codmn 6, nh3n 1, tp 0.2", "codmn 1, nh3n 0.1, tp 0.02", "true"),
        ("codmn 5, nh3n 1, tp 0.25", "codmn 5, nh3n 1, tp 0.25", "true"),
        ("codmn 5, nh3n 1, tp 0.25", "codmn 5, nh3n 1, tp 0.24", "false"),
        ("codmn 5, nh3n 1, tp 0.25", "codmn 4, nh3n 1, tp 0.3", "false"),
    ])
    func b9NotWorseThanTheInletCountsAsMet(_ outlet: String, _ inlet: String, _ met: String) throws {
        let readings = try [
            SchemeLibrary.means("420300-tianhekou", "2021-06", outlet),
            SchemeLibrary.means("420300-shuishimen", "2021-06", inlet),
        ]
        #expect(try settled([], readings).value(of: "认定达标(天河口)") == met)
    }

    @Test func b9WithoutAnInletAMissedTargetIsNotMet() throws {
        let reading = try SchemeLibrary.means("420300-sihekou", "2021-06", "codmn 5, nh3n 1, tp 0.25")
        let settlement = try settled([], [reading])
        #expect(try settlement.value(of: "认定达标(泗河口)") == "false")
        #expect(try settlement.value(of: "认定达标(天河口)") == "missing")
    }
}
