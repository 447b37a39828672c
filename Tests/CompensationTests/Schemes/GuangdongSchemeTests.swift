import Compensation
import Testing

/// 汀江—韩江 (A12) and 东江 (A13). Each side puts up 10 000 万元 a year; volumes and ratios are invented.
@Suite struct GuangdongSchemeTests {
    @Test(arguments: [
        ("80 亿m³", "no", ["440000 → 350000: 8000"]),
        ("80 亿m³", "yes", ["440000 → 350000: 8000", "350000 → 440000: 2000"]),
        ("100 亿m³", "yes", ["440000 → 350000: 10000"]), ("0 亿m³", "yes", ["350000 → 440000: 10000"]),
        ("33.333333333 亿m³", "yes", ["440000 → 350000: 3333.333333", "350000 → 440000: 6666.666667"]),
    ])
    func a12PaymentIsSharedByVolume(_ volume: String, _ reverse: String, _ expected: [String]) throws {
        #expect(
            try SchemeLibrary.transfers(
                try SchemeLibrary.load("汀江韩江-福建-广东"), "2016",
                supplied: [
                    "达标断面水量 = \(volume)", "全部断面水量 = 100 亿m³", "未达标部分反向补偿 = \(reverse)",
                ]) == expected)
    }

    @Test func a12VolumesMustBePossible() throws {
        let scheme = try SchemeLibrary.load("汀江韩江-福建-广东")
        let open = ["未达标部分反向补偿 = yes", "达标断面水量 = 101 亿m³"]
        #expect(try SchemeLibrary.transfers(scheme, "2016", supplied: open) == [])
        #expect(
            try SchemeLibrary.obstacle(scheme, "2016", supplied: open + ["全部断面水量 = 100 亿m³"])
                == "requirement-not-met")
    }

    @Test(arguments: [
        ("Ⅱ", "yes", ["440000 → 360000: 10000"]), ("Ⅲ", "yes", ["440000 → 360000: 10000"]),
        ("Ⅲ", "no", ["440000 → 360000: 7500"]), ("Ⅳ", "yes", ["360000 → 440000: 10000"]),
    ])
    func a13AnnualMeanMeetsClassThree(_ grade: String, _ improved: String, _ expected: [String]) throws {
        #expect(
            try SchemeLibrary.transfers(
                try SchemeLibrary.load("东江-江西-广东"), "2017",
                supplied: [
                    "最差断面年度类别 = \(grade)", "达标率改善或保持 = \(improved)", "未改善扣减比例 = 0.25",
                ]) == expected)
    }

    @Test func a13WithoutFactsNobodyPays() throws {
        #expect(
            try SchemeLibrary.transfers(
                try SchemeLibrary.load("东江-江西-广东"), "2017",
                supplied: ["最差断面年度类别 = Ⅲ", "未改善扣减比例 = 0.25"]) == [])
    }
}
