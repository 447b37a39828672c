import Compensation
import Testing

/// B5, 2021: three amounts; the multiples that divide them are the agreement's.
@Suite struct Jiangsu2021SchemeTests {
    private let sections = ["九里", "白塔", "紫阳桥"]

    private func transfers(_ values: String, _ lines: [String] = []) throws -> [String] {
        let scheme = try SchemeLibrary.load("江苏-区域补偿-2021")
        let limits =
            SchemeLibrary.each("考核限值", sections.map { "\($0), CODMn" }, "6 mg/L")
            + SchemeLibrary.each("考核限值", sections.map { "\($0), NH3-N" }, "1 mg/L")
            + SchemeLibrary.each("考核限值", sections.map { "\($0), TP" }, "0.15 mg/L")
            + SchemeLibrary.each("考核限值", sections.map { "\($0), TN" }, "2 mg/L")
        let open = ["第一档上限 = 0.5", "第二档上限 = 1", "二类奖励 = 20 万元", "一类奖励 = 30 万元"]
        return try SchemeLibrary.transfers(
            scheme, "2022-03", readings: [try SchemeLibrary.means("321100-jiuli", "2022-03", values)],
            supplied: limits + open + lines)
    }

    /// Amounts 50, 75, 125 by the largest multiple; tiers at 0.5 and 1 are the test's.
    @Test(arguments: [
        ("codmn 6", ""), ("codmn 6.1", "50"), ("codmn 9", "50"), ("codmn 9.01", "75"), ("codmn 12", "75"),
        ("codmn 12.1", "125"), ("codmn 6.1, tn 4.2", "125"), ("codmn 5, tp 0.16", "50"),
    ])
    func threeTiers(_ values: String, _ amount: String) throws {
        #expect(try transfers(values) == (amount.isEmpty ? [] : ["321100 → 320400: \(amount)"]))
    }

    /// Both departments must find that upstream is not at fault.
    @Test(arguments: [
        (["财政厅认定(九里) = yes"], ["321100 → 320400: 50"]), (["生态环境厅认定(九里) = yes"], ["321100 → 320400: 50"]),
        (["财政厅认定(九里) = yes", "生态环境厅认定(九里) = yes"], []),
    ])
    func upstreamNotAtFault(_ findings: [String], _ expected: [String]) throws {
        #expect(try transfers("codmn 6.1", findings) == expected)
    }

    @Test(arguments: [("codmn 3.9", "20"), ("codmn 1.9", "30"), ("codmn 4.1", "")])
    func rewardForClassTwoAndOne(_ values: String, _ amount: String) throws {
        #expect(try transfers(values) == (amount.isEmpty ? [] : ["320000 → 321100: \(amount)"]))
    }
}
