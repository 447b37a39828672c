import Compensation
import Testing

/// B10: the index of a section against the control of its bank, every two months.
@Suite struct WuhanSchemeTests {
    /// The control is at half of every class Ⅲ limit; the section's index changes as its four values do.
    @Test(arguments: [
        ("cod 10, codmn 3, nh3n 0.5, tp 0.1", "420100 → 420103: 50"),
        ("cod 9, codmn 2.7, nh3n 0.45, tp 0.09", "420100 → 420103: 50"),
        ("cod 8.9, codmn 2.67, nh3n 0.445, tp 0.089", "420100 → 420103: 100"),
        ("cod 10.1, codmn 3, nh3n 0.5, tp 0.1", "420103 → 420100: 100"),
        ("cod 11, codmn 3.3, nh3n 0.55, tp 0.11", "420103 → 420100: 100"),
        ("cod 11.1, codmn 3.33, nh3n 0.555, tp 0.111", "420103 → 420100: 200"),
        ("cod 10, codmn 3, nh3n 0.5", ""),
    ])
    func changeAgainstTheControl(_ values: String, _ expected: String) throws {
        let readings = try [
            SchemeLibrary.means("420100-shuihong", "2018-01", "cod 10, codmn 3, nh3n 0.5, tp 0.1"),
            SchemeLibrary.means("420100-wuhanguan", "2018-01", values),
        ]
        #expect(
            try SchemeLibrary.transfers(
                SchemeLibrary.load("湖北-武汉-长江跨区断面"), "2018-B1", readings: readings, supplied: ["降类加扣 = 0 万元"])
                == (expected.isEmpty ? [] : [expected]))
    }

    /// Each bank has its own control.
    @Test func withoutItsControlASectionIsNotJudged() throws {
        let readings = try [
            SchemeLibrary.means("420100-wangjiawan", "2018-01", "cod 10, codmn 3, nh3n 0.5, tp 0.1"),
            SchemeLibrary.means("420100-wuhanguan", "2018-01", "cod 10, codmn 3, nh3n 0.5, tp 0.1"),
            SchemeLibrary.means("420100-yangsi", "2018-01", "cod 10, codmn 3, nh3n 0.5, tp 0.1"),
        ]
        #expect(
            try SchemeLibrary.transfers(
                SchemeLibrary.load("湖北-武汉-长江跨区断面"), "2018-B1", readings: readings, supplied: ["降类加扣 = 0 万元"])
                == ["420100 → 420115: 50"])
    }
}

/// C15: the Tongshun river.
@Suite struct TongshunSchemeTests {
    private func transfers(_ months: [(String, String)]) throws -> [String] {
        let readings = try (1...3).flatMap { section in
            try months.map { try SchemeLibrary.means("429004-tongshun-\(section)", $0, $1) }
        }
        return try SchemeLibrary.transfers(
            SchemeLibrary.load("湖北-通顺河"), "2022", readings: readings,
            supplied: ["达标补偿额 = 300 万元", "超标赔偿额 = 200 万元"])
    }

    /// C15: target Ⅳ, June to December 2022 in class Ⅲ: Wuhan paid Xiantao 300.
    @Test func c15JuneToDecember2022() throws {
        let months = ["06", "07", "08", "09", "10", "11", "12"].map { ("2022-\($0)", "cod 19, nh3n 0.8, tp 0.18") }
        #expect(try transfers(months) == ["420100 → 429004: 300"])
    }

    /// What was measured before the agreement does not count; a worse period turns the direction.
    @Test func onlyTheMonthsOfTheAgreementCount() throws {
        let before = ("2022-05", "cod 90, nh3n 9, tp 9")
        #expect(try transfers([before, ("2022-06", "cod 30, nh3n 1.5, tp 0.3")]) == ["420100 → 429004: 300"])
        #expect(try transfers([("2022-06", "cod 31, nh3n 0.8, tp 0.18")]) == ["429004 → 420100: 200"])
        #expect(try transfers([before]) == [])
    }
}

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

/// Xiangyang: eleven counties, seven agreements, deposits of at least 600, each agreement cleared by itself.
@Suite struct XiangyangSchemeTests {
    private let agreements = ["南河协议", "汉江上段协议", "汉江中段协议", "汉江下段协议", "蛮河协议", "滚河协议", "唐白河协议"]

    private func supplied(deposit: String = "600 万元") -> [String] {
        SchemeLibrary.each("保证金", agreements, deposit) + SchemeLibrary.each("目标类别", agreements, "Ⅲ")
            + SchemeLibrary.each("月补偿额", agreements, "60 万元")
    }

    private func bulletin(_ agreement: String, _ classes: [String]) -> [String] {
        SchemeLibrary.months(2021, classes).map { "通报类别(\(agreement), \($0.month)) = \($0.entry)" }
    }

    @Test func depositsOfAtLeast600() throws {
        let scheme = try SchemeLibrary.load("湖北-襄阳")
        #expect(try SchemeLibrary.obstacle(scheme, "2021", supplied: supplied()) == nil)
        #expect(
            try SchemeLibrary.obstacle(scheme, "2021", supplied: supplied(deposit: "599.99 万元"))
                == "requirement-not-met")
    }

    /// Eight good months and four bad ones make 4 × 60 to Yicheng's upstream on the Han; Yicheng is owed 240 on
    /// the Man: two transfers, never one of zero. Twelve good months stop at the deposit of 600.
    @Test func neverAcrossAgreements() throws {
        let han = bulletin("汉江下段协议", Array(repeating: "Ⅱ", count: 8) + Array(repeating: "Ⅳ", count: 4))
        let man = bulletin("蛮河协议", Array(repeating: "Ⅲ", count: 4) + Array(repeating: "劣Ⅴ", count: 8))
        let gun = bulletin("滚河协议", Array(repeating: "Ⅰ", count: 12))
        let scheme = try SchemeLibrary.load("湖北-襄阳")
        #expect(
            try SchemeLibrary.transfers(scheme, "2021", supplied: supplied() + han + man + gun) == [
                "420684 → 420602: 240", "420624 → 420684: 240", "420607 → 420683: 600",
            ])
    }
}
