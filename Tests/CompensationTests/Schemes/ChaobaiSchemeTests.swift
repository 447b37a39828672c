import Compensation
import Testing

/// 潮白河: mechanism A15. Money in 万元.
@Suite struct ChaobaiSchemeTests {
    private let first = "潮白河-河北-北京-第一轮"

    /// 32 215 settled for 2018 and 17 785 advanced for 2019 were paid together; how the first divides among the
    /// three elements is not public.
    @Test func a15AdvanceAndClearingAreOneTransfer() throws {
        let facts = [
            "核定金额(水量) = 12215 万元", "核定金额(水质) = 15000 万元", "核定金额(上游行为) = 5000 万元",
            "已预拨资金 = 0 万元", "下年预拨资金 = 17785 万元",
        ]
        let scheme = try SchemeLibrary.load(first)
        #expect(try SchemeLibrary.transfers(scheme, "2018", supplied: facts) == ["110000 → 130000: 50000"])
        #expect(try SchemeLibrary.transfers(scheme, "2018", supplied: Array(facts.dropLast())) == [])
    }

    @Test func a15TooMuchAdvancedIsReturned() throws {
        #expect(
            try SchemeLibrary.transfers(
                try SchemeLibrary.load(first), "2020",
                supplied: [
                    "核定金额(水量) = 12000 万元", "核定金额(水质) = 6000 万元", "核定金额(上游行为) = -1000 万元",
                    "已预拨资金 = 20000 万元", "下年预拨资金 = 0 万元",
                ]) == ["130000 → 110000: 3000"])
    }

    /// Five rivers of 1 亿m³ at 0.35 元/m³, one of them below the floor and reduced by a fifth: all invented.
    @Test func a15SecondRoundPaysForVolumeAboveTheFloor() throws {
        let rivers = ["潮河", "白河", "清水河", "黑河", "汤河"]
        let supplied =
            ["水量单价 = 0.35 万元/万m³", "未达底线扣减比例 = 0.2"]
            + rivers.map { "出境水量(\($0)) = 10000 万m³" }
            + rivers.map { "达到水质底线(\($0)) = \($0 == "汤河" ? "no" : "yes")" }
        let scheme = try SchemeLibrary.load("潮白河-河北-北京-第二轮")
        #expect(try SchemeLibrary.transfers(scheme, "2022", supplied: supplied) == ["110000 → 130000: 16800"])
        #expect(try SchemeLibrary.transfers(scheme, "2022", supplied: Array(supplied.dropLast())) == [])
        #expect(
            try SchemeLibrary.transfers(scheme, "2022", supplied: supplied.filter { !$0.hasPrefix("出境水量(潮河)") })
                == [])
    }
}
