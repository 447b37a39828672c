import Compensation
import Testing

/// 乌江: case C23. Equality counts as met, which is our reading (cases A5). The amount is invented.
@Suite struct WujiangSchemeTests {
    @Test(arguments: [
        (["0.04", "0.06"], "500000 → 520000: 100"), (["0.0500"], "500000 → 520000: 100"),
        (["0.0501"], "520000 → 500000: 100"), (["0.05", "0.05", "0.0503"], "520000 → 500000: 100"),
    ])
    func c23LimitOfPhosphorusTurnsTheDirection(_ monthly: [String], _ expected: String) throws {
        let readings = try SchemeLibrary.months(2024, monthly).map {
            try SchemeLibrary.means("520000-wujiang-jiaojie", $0.month, "tp \($0.entry)")
        }
        #expect(
            try SchemeLibrary.transfers(
                try SchemeLibrary.load("乌江-贵州-重庆"), "2024", readings: readings, supplied: ["补偿额 = 100 万元"])
                == [expected])
    }

    @Test func c23WithoutPhosphorusNobodyPays() throws {
        let readings = [try SchemeLibrary.means("520000-wujiang-jiaojie", "2024-06", "codmn 2")]
        #expect(
            try SchemeLibrary.transfers(
                try SchemeLibrary.load("乌江-贵州-重庆"), "2024", readings: readings, supplied: ["补偿额 = 100 万元"])
                == [])
    }
}
