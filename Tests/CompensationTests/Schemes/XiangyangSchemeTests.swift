import Compensation
import Testing

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
