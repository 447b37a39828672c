import Compensation
import Testing

/// 重庆 2018: case C10. The table is not complete, as 878.3 for 2019 shows. Money in 万元.
@Suite struct Chongqing2018SchemeTests {
    private let open = ["水功能区类别 = Ⅲ", "未达标补偿额 = 50 万元"]

    /// Class of the month, class of last year; the class required is Ⅲ.
    @Test(arguments: [
        ("Ⅱ", "Ⅲ", ["500116 → 500118: 100"]), ("Ⅲ", "Ⅳ", ["500116 → 500118: 100"]),
        ("Ⅲ", "Ⅱ", ["500118 → 500116: 100"]), ("Ⅲ", "Ⅲ", []), ("Ⅳ", "Ⅴ", ["500118 → 500116: 50"]),
    ])
    func c10MeetingAndBetterThanLastYear(_ now: String, _ before: String, _ expected: [String]) throws {
        #expect(
            try SchemeLibrary.transfers(
                try SchemeLibrary.load("重庆-2018"), "2019-04",
                readings: [
                    try SchemeLibrary.classed("500118-ciba", "2019-04", now),
                    try SchemeLibrary.classed("500118-ciba", "2018-04", before),
                ], supplied: open) == expected)
    }

    @Test func c10WithoutLastYearNobodyPaysForAClassThatIsMet() throws {
        let scheme = try SchemeLibrary.load("重庆-2018")
        for (grade, expected) in [("Ⅱ", []), ("Ⅳ", ["500118 → 500116: 50"])] {
            #expect(
                try SchemeLibrary.transfers(
                    scheme, "2019-04", readings: [try SchemeLibrary.classed("500118-ciba", "2019-04", grade)],
                    supplied: open) == expected, "\(grade)")
        }
    }
}
