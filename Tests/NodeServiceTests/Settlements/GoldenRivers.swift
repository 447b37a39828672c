/// Golden cases whose inputs and results are published, or whose rule text is exact.
extension GoldenRiver {
    static let all = [
        chishuiFirst, chishuiSecond, youyangAndXiushan, ciba, wufosi, lushui, tongshun, changjiang, chuhe, wujiang,
    ]

    private static let chishui = [
        (id: "530000-qingshuipu", name: "清水铺"), (id: "520000-lianyuxi", name: "鲢鱼溪"),
        (id: "520000-maotai-shangyou", name: "茅台镇上游"),
    ]
    private static let chishuiParameters =
        ["茅台镇上游目标=Ⅱ"] + chishui.map { "断面扣减额(\($0.name))=1000 万元" }

    private static func chishuiYear(_ year: Int, failing: String? = nil) -> [String] {
        chishui.map { classed($0.name, "\(year)-06", $0.name == failing ? "Ⅲ" : "Ⅱ") }
    }

    /// B1 (published), B2 and B5: the nets of a good year are +4 000, −2 000, −2 000; a deduction of 1 000 is routed.
    private static let chishuiFirst = GoldenRiver(
        golden: "B1 B5", scheme: "赤水河-云贵川-第一轮", agreement: "chishui-2018",
        parties: ["530000", "520000", "510000"], parameters: chishuiParameters, sections: chishui,
        readings: chishuiYear(2018) + chishuiYear(2019, failing: "清水铺") + chishuiYear(2020, failing: "鲢鱼溪"),
        outcomes: [
            Outcome("2018", ["520000>530000 2000", "510000>530000 2000"]),
            Outcome("2019", ["520000>530000 1500", "510000>530000 1500"]),
            Outcome("2020", ["520000>530000 3000", "510000>530000 1000"]),
        ])

    /// B3 (published) and B4: 2 550 is 85 % of 3 000, with the reason recorded.
    private static let chishuiSecond = GoldenRiver(
        golden: "B3 B4", scheme: "赤水河-云贵川-第二轮", agreement: "chishui-2021",
        parties: ["530000", "520000", "510000"], parameters: chishuiParameters, sections: chishui,
        readings: chishuiYear(2021) + chishuiYear(2023) + chishuiYear(2024),
        outcomes: [
            Outcome("2021", ["520000>530000 3000", "510000>530000 3000"]),
            Outcome(
                "2023", facts: ["调减比例(贵州省)=0.15", "调减理由已载明(贵州省)=yes"],
                ["520000>530000 2550", "510000>530000 3000"]),
            Outcome("2024", ["520000>530000 3000", "510000>530000 3000"]),
        ])

    /// B6 (published).
    private static let youyangAndXiushan = GoldenRiver(
        golden: "B6", scheme: "酉水-重庆市内分配", agreement: "youshui-chongqing-2022",
        parties: ["500000", "500242", "500241"],
        outcomes: [
            Outcome("2022", facts: ["收到资金=480 万元"], ["500000>500242 240", "500000>500241 240"])
        ])

    /// C10: required Ⅲ; better than, worse than and as in the same month a year ago, and not met.
    private static let ciba = GoldenRiver(
        golden: "C10", scheme: "重庆-2018", agreement: "chongqing-2018", parties: ["500116", "500118"],
        parameters: ["水功能区类别=Ⅲ", "未达标补偿额=80 万元"], sections: [(id: "500118-ciba", name: "茨坝")],
        readings: zip(months(2018, 1...4) + months(2019, 1...4), ["Ⅲ", "Ⅱ", "Ⅱ", "Ⅱ", "Ⅱ", "Ⅲ", "Ⅱ", "Ⅳ"]).map {
            classed("茨坝", $0, $1)
        },
        outcomes: zip(
            months(2019, 1...4), [["500116>500118 100"], ["500118>500116 100"], [], ["500118>500116 80"]]
        ).map { Outcome($0, $1) })

    /// C11.
    private static let wufosi = GoldenRiver(
        golden: "C11", scheme: "黄河-甘肃-宁夏", agreement: "ganning-2023", parties: ["640000", "620000"],
        sections: [(id: "620000-wufosi", name: "五佛寺")],
        readings: [
            classed("五佛寺", "2023-06", "Ⅰ"), classed("五佛寺", "2024-06", "Ⅱ"), classed("五佛寺", "2025-06", "Ⅲ"),
        ],
        outcomes: [
            Outcome("2023", ["640000>620000 5000"]), Outcome("2024", []), Outcome("2025", ["620000>640000 5000"]),
        ])

    /// C13 (published): 600 for the second half of 2019, 1 200 for 2020 with seven months of Ⅱ and five of Ⅲ.
    private static let lushui: GoldenRiver = {
        let all = months(2019, 7...12) + months(2020, 1...12)
        return GoldenRiver(
            golden: "C13", scheme: "渌水-江西-湖南", agreement: "lushui-2019", parties: ["430000", "360000"],
            sections: [(id: "360000-jinyushi", name: "金鱼石")],
            readings: all.enumerated().map { classed("金鱼石", $1, $0 < 13 ? "Ⅱ" : "Ⅲ") },
            outcomes: all.map { Outcome($0, ["430000>360000 100"]) })
    }()

    /// C15 (published): class Ⅲ against the target Ⅳ; the year that the agreement begins in counts from June.
    private static let tongshun = GoldenRiver(
        golden: "C15", scheme: "湖北-通顺河", agreement: "tongshun-2022", parties: ["420100", "429004"],
        parameters: ["达标补偿额=300 万元", "超标赔偿额=300 万元"],
        sections: ["一", "二", "三"].enumerated().map { (id: "429004-tongshun-\($0 + 1)", name: "入境断面\($1)") },
        columns: "cod,nh3n,tp",
        readings: ["一", "二", "三"].flatMap { place in
            months(2022, 6...12).map { "入境断面\(place),\($0)-10 08:00,正常,20,1,0.2" }
        },
        outcomes: [Outcome("2022", ["420100>429004 300"])])

    /// C21: class Ⅰ pays one and a half times the standard for Ⅱ.
    private static let changjiang = GoldenRiver(
        golden: "C21", scheme: "长江阊江-江西-安徽", agreement: "ganwan-2024", parties: ["340000", "360000"],
        parameters: ["长江基准类别=Ⅱ", "长江月补偿额=800 万元", "阊江二类标准=100 万元", "阊江劣于二类补偿额=100 万元"],
        outcomes: [
            Outcome("2024-01", facts: ["阊江月类别=Ⅰ"], ["360000>340000 150"]),
            Outcome("2024-02", facts: ["阊江月类别=Ⅱ"], ["360000>340000 100"]),
            Outcome("2024-03", facts: ["阊江月类别=Ⅲ"], ["340000>360000 100"]),
        ])

    /// C22.
    private static let chuhe = GoldenRiver(
        golden: "C22", scheme: "滁河-安徽-江苏", agreement: "chuhe-2018", parties: ["320000", "340000"],
        parameters: ["三类补偿额=2000 万元", "劣于三类补偿额=4000 万元"], sections: [(id: "340000-chenqian", name: "陈浅")],
        readings: [classed("陈浅", "2018-06", "Ⅰ"), classed("陈浅", "2019-06", "Ⅱ")],
        outcomes: [Outcome("2018", ["320000>340000 4000"]), Outcome("2019", ["320000>340000 4000"])])

    /// C23: an annual mean of 0.0500 meets the limit of 0.05, one of 0.0501 does not.
    private static let wujiang = GoldenRiver(
        golden: "C23", scheme: "乌江-贵州-重庆", agreement: "wujiang-2024", parties: ["500000", "520000"],
        parameters: ["补偿额=1000 万元"], sections: [(id: "520000-wujiang-jiaojie", name: "交界断面")],
        readings: [
            "交界断面,2024-03-10 08:00,正常,2,0.1,0.0499", "交界断面,2024-09-10 08:00,正常,2,0.1,0.0501",
            "交界断面,2025-03-10 08:00,正常,2,0.1,0.0500", "交界断面,2025-09-10 08:00,正常,2,0.1,0.0502",
        ],
        outcomes: [Outcome("2024", ["500000>520000 1000"]), Outcome("2025", ["520000>500000 1000"])])
}
