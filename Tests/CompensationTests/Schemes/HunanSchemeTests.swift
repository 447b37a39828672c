import Compensation
import Testing

/// 酉水 and 渌水: cases C12, B6 and C13. Money in 万元.
@Suite struct HunanSchemeTests {
    private func total(
        _ scheme: String, _ section: String, _ months: [(month: String, entry: String)]
    ) throws -> (parties: [String], sum: String?) {
        let loaded = try SchemeLibrary.load(scheme)
        let transfers = try months.flatMap { month, grade in
            try SchemeLibrary.settled(
                loaded, month, readings: [try SchemeLibrary.classed(section, month, grade)]
            ).transfers
        }
        return (
            transfers.map { "\($0.payer.text) → \($0.payee.text)" },
            Fen.sum(transfers.map(\.amount))?.formattedWanYuan
        )
    }

    @Test(arguments: [2019, 2020, 2022])
    func c12YoushuiPays480ForAYearOfGoodMonths(_ year: Int) throws {
        let months = SchemeLibrary.months(year, ["Ⅱ", "Ⅲ", "Ⅱ", "Ⅱ", "Ⅰ", "Ⅲ", "Ⅲ", "Ⅱ", "Ⅱ", "Ⅰ", "Ⅱ", "Ⅱ"])
        let paid = try total("酉水-重庆-湖南", "430000-liye", months)
        #expect(paid.parties == Array(repeating: "430000 → 500000", count: 12))
        #expect(paid.sum == "480")
    }

    @Test func b6ChongqingPassesOn240To240() throws {
        let scheme = try SchemeLibrary.load("酉水-重庆市内分配")
        #expect(
            try SchemeLibrary.transfers(scheme, "2022", supplied: ["收到资金 = 480 万元"])
                == ["500000 → 500242: 240", "500000 → 500241: 240"])
        #expect(
            try SchemeLibrary.transfers(scheme, "2022", supplied: ["收到资金 = 0.03 元"])
                == ["500000 → 500242: 0.000002", "500000 → 500241: 0.000001"])
        #expect(try SchemeLibrary.transfers(scheme, "2022") == [])
    }

    @Test func c13LushuiPays600ForSecondHalfOf2019() throws {
        let months = SchemeLibrary.months(2019, Array(repeating: "Ⅲ", count: 12)).suffix(6)
        let paid = try total("渌水-江西-湖南", "360000-jinyushi", Array(months))
        #expect(paid.parties == Array(repeating: "430000 → 360000", count: 6))
        #expect(paid.sum == "600")
    }

    /// Seven months of class Ⅱ and five of class Ⅲ.
    @Test func c13LushuiPays1200For2020() throws {
        let months = SchemeLibrary.months(2020, ["Ⅱ", "Ⅱ", "Ⅱ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅱ", "Ⅱ", "Ⅱ", "Ⅱ"])
        let paid = try total("渌水-江西-湖南", "360000-jinyushi", months)
        #expect(paid.parties == Array(repeating: "430000 → 360000", count: 12))
        #expect(paid.sum == "1200")
    }

    @Test func c13InferredAmountIsMarked() throws {
        let settlement = try SchemeLibrary.settled(
            try SchemeLibrary.load("渌水-江西-湖南"), "2020-01",
            readings: [try SchemeLibrary.classed("360000-jinyushi", "2020-01", "Ⅳ")])
        #expect(settlement.texts == ["360000 → 430000: 100"])
        #expect(settlement.unverified == ["月补偿额"])
    }
}
