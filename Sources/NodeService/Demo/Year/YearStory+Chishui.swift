/// 赤水河: a pool of three provinces, first round with its published years, second round with real readings.
extension YearStory {
    private static let parties = [YearProvince.yunnan.code, YearProvince.guizhou.code, YearProvince.sichuan.code]
    /// Neither the target above 茅台镇 nor the amounts deducted are public; all targets were met, so none is deducted.
    private static let values =
        "--set 茅台镇上游目标=Ⅱ --set '断面扣减额(清水铺)=1000 万元' --set '断面扣减额(鲢鱼溪)=1000 万元'"
        + " --set '断面扣减额(茅台镇上游)=1000 万元'"

    static let chishui: [YearStep] =
        [
            .tell(
                zh: "\n一、赤水河（云南、贵州、四川，资金池）。协议条款与金额已公布；断面扣减额未公布，为演示所定。",
                en:
                    "\n1. The Chishui (Yunnan, Guizhou, Sichuan; a pool). Terms and amounts are published; the deductions are not and are made up."
            ),
            .run(
                "530000",
                "sections add --id 530000-qingshuipu --name-zh 清水铺 --name-en Qingshuipu --river 赤水河 --basin 长江流域 --upstream 530000 --downstream 520000"
            ),
            .run(
                "520000",
                "sections add --id 520000-lianyuxi --name-zh 鲢鱼溪 --name-en Lianyuxi --river 赤水河 --basin 长江流域 --upstream 520000 --downstream 510000"
            ),
            .run(
                "520000",
                "sections add --id 520000-maotai-shangyou --name-zh 茅台镇上游 --name-en 'above Maotai Town' --river 赤水河 --basin 长江流域 --upstream 520000 --downstream 510000"
            ),
            .run(
                "530000",
                "agreements draft schemes/赤水河-云贵川-第一轮.md --channel chishui --payment-days 30 --filing-days 30 \(values)"
            ),
            .signed("chishui-2018", by: parties),
            .filed("chishui-2018", by: "530000"),
            .tell(
                zh: "   2018—2020 年：各断面达标（已公布）；以下读数为演示数据。",
                en: "   2018 to 2020: every section met its target (published); the readings are made up to say so."),
            .run("520000", "import docs/demo/year/chishui-2018-2020-made-up.csv --source 演示数据", .output),
            .accepted("chishui-2018", ["2018", "2019", "2020"], 4000, by: parties),
            .run("530000", "settlements", .output),
            .run("100000", "clearing record chishui-2018 2018 --amount 4000万元", .output),
            .paid("chishui-2018", "2018", .guizhou, .yunnan, 2000, number: "演示黔〔2019〕1号", on: "2019-12-10", .line),
            .paid("chishui-2018", "2018", .sichuan, .yunnan, 2000, number: "演示川〔2019〕1号", on: "2019-12-10", .line),
            .run("530000", "payments notice 演示黔〔2019〕1号", .output),
            poolPaid("chishui-2018", 2019, 2000), poolPaid("chishui-2018", 2020, 2000), used("chishui-2018"),
            .tell(
                zh: "   第二轮：2023 年签订、自 2021 年起追溯。清水铺、鲢鱼溪用 2021 年 4 月 1—5 日实测数据（中国环境监测总站）代表全年，茅台镇上游与 2024 年为演示数据。",
                en:
                    "   The second round, signed in 2023 and back to 2021. At Qingshuipu and Lianyuxi the real readings of 1 to 5 April 2021 (CNEMC) stand for the year; above Maotai, and in 2024, they are made up."
            ),
            .run(
                "520000",
                "agreements draft schemes/赤水河-云贵川-第二轮.md --channel chishui --payment-days 30 --filing-days 30 \(values)"
            ),
            .signed("chishui-2021", by: ["520000", "510000", "530000"]), .filed("chishui-2021", by: "520000"),
            .run("520000", "import docs/demo/year/chishui-2021-04.csv --year 2021", .output),
            .run("510000", "import docs/demo/year/chishui-2021-2024-made-up.csv --source 演示数据", .nothing),
            .accepted("chishui-2021", ["2021", "2024"], 6000, by: parties),
            poolPaid("chishui-2021", 2021, 3000), poolPaid("chishui-2021", 2024, 3000), used("chishui-2021"),
        ]

    /// A year of the pool: cleared, and paid by both in the December after.
    private static func poolPaid(_ agreement: String, _ year: Int, _ each: Int) -> YearStep {
        let (text, next) = ("\(year)", year + 1)
        return .each([
            .run("100000", "clearing record \(agreement) \(year) --amount \(2 * each)万元"),
            .paid(agreement, text, .guizhou, .yunnan, each, number: "演示黔〔\(next)〕2号", on: "\(next)-12-20"),
            .paid(agreement, text, .sichuan, .yunnan, each, number: "演示川〔\(next)〕2号", on: "\(next)-12-20"),
        ])
    }

    private static func used(_ agreement: String) -> YearStep {
        .run(
            "530000",
            "funds use \(agreement) --project 演示项目 --purpose 水源涵养 --river 赤水河 --amount 12000万元 --report-due {report-due}",
            .nothing)
    }
}
