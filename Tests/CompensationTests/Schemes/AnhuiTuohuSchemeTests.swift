import Compensation
import Testing

/// B4: what is public of the Tuohu rules. Amounts are those of the test.
@Suite struct AnhuiTuohuSchemeTests {
    private static let sections = ["蔡桥闸", "王桥闸", "樊集", "关咀", "沱湖湖区"]

    /// September 2021: Caiqiao suspended for works, the lake over its target, the others within.
    @Test func b4SuspendedSectionsNeitherPayNorReceive() throws {
        let scheme = try SchemeLibrary.load("安徽-沱湖")
        let amounts =
            SchemeLibrary.each("达标补偿额", Self.sections, "200 万元")
            + SchemeLibrary.each("超标赔付额", Self.sections, "300 万元")
            + SchemeLibrary.each("全部达标奖励", Self.sections, "100 万元")
        let bulletin = ["蔡桥闸", "王桥闸", "樊集", "关咀"].map { "达标(\($0)) = yes" }
        let september = ["暂停考核(蔡桥闸) = yes", "达标(沱湖湖区) = no"]
        #expect(
            try SchemeLibrary.transfers(scheme, "2021-09", supplied: amounts + bulletin + september) == [
                "341300 → 340600: 200", "340300 → 341300: 200", "340300 → 341300: 200", "340300 → 340000: 300",
            ])
        let allMet = ["暂停考核(蔡桥闸) = yes", "达标(沱湖湖区) = yes"]
        #expect(
            try SchemeLibrary.transfers(
                of: "全部达标奖", scheme, "2021-09", supplied: amounts + bulletin + allMet) == [
                    "340000 → 340600: 100", "340000 → 341300: 100", "340000 → 341300: 100", "340000 → 340300: 100",
                ])
        #expect(try SchemeLibrary.transfers(scheme, "2021-09", supplied: amounts) == [])
    }
}
