/// 酉水: twelve months of 2021 with a dispute in April, later the published years.
extension YearStory {
    private static let parties = [YearProvince.chongqing.code, YearProvince.hunan.code]
    private static let april = "settlements show youshui-2019 2021-04"
    private static let year = YearStep.months(2021)

    static let youshui: [YearStep] =
        [
            .tell(
                zh: "\n二、酉水（重庆、湖南），2021 年逐月核算。4 月用里耶镇实测数据，其余各月为演示数据。",
                en:
                    "\n2. The Youshui (Chongqing, Hunan), 2021 month by month. April has the real readings of Liye Town, the other months are made up."
            ),
            .run(
                "500000",
                "sections add --id 430000-liye --name-zh 里耶镇 --name-en 'Liye Town' --river 酉水 --basin 长江流域 --upstream 500000 --downstream 430000"
            ),
            .run(
                "430000",
                "agreements draft schemes/酉水-重庆-湖南.md --channel youshui --valid-to 2022-12 --payment-days 30 --filing-days 30"
            ),
            .signed("youshui-2019", by: ["430000", "500000"]),
            .filed("youshui-2019", by: "430000"),
            .run("500000", "import docs/demo/year/youshui-2021-made-up.csv --source 演示数据", .output),
            .run("500000", "import docs/demo/liye-2021-04.csv --year 2021", .nothing),
            .accepted("youshui-2019", year.filter { $0 != "2021-04" }, 40, by: parties),
            .tell(
                zh: "   4 月含仪器维护后的异常值 13.60：均值 7.5254 → Ⅳ 类，重庆付湖南。重庆更正，湖南节点在确认之前自行提出异议：",
                en:
                    "   April has the spike of 13.60 after a maintenance: mean 7.5254 → class Ⅳ, Chongqing pays. Chongqing corrects it; until Hunan endorses that, its node objects by itself:"
            ),
            .until("430000", april, path: "settlement.transfers.0.payer", value: "500000"),
            .keep("500000", april, path: "settlement.positions.1.proposed_digest", name: "proposed"),
            .run(
                "500000",
                "correct docs/demo/liye-2021-04-correction.csv --year 2021 --reason 仪器维护后高锰酸盐指数异常（13.60），经核查剔除"),
            .until("500000", april, path: "settlement.state", value: "disputed"),
            .keep("500000", april, path: "settlement.objections.0.place", name: "place"),
            .tell(
                zh: "   争议所在：{place}，湖南仍持 13.60，重庆已剔除。湖南核对后确认更正，双方重算：2.3186 → Ⅱ 类，方向反转。",
                en:
                    "   What is in dispute: {place}, still 13.60 for Hunan, withdrawn by Chongqing. Hunan checks and endorses; both compute anew: 2.3186 → class Ⅱ, the other way round."
            ),
            .run("430000", "endorse", .output),
            .until("500000", april, path: "settlement.transfers.0.payer", value: "430000"),
            .refused("500000", "accept youshui-2019 2021-04 --amount 48万元", ExitCode.integrity),
            .run("500000", "accept youshui-2019 2021-04 --amount 40万元"),
            .run("430000", "accept youshui-2019 2021-04 --amount 40万元"),
            .recorded("youshui-2019", year),
            .run("100000", "clearing record youshui-2019 2021 --amount 480万元", .output),
            .paid("youshui-2019", "2021", .hunan, .chongqing, 480, number: "演示湘〔2022〕1号", on: "2022-11-02"),
        ]

    static let youshuiPublished: [YearStep] =
        [
            .tell(
                zh: "\n五、酉水 2019、2020、2022 年：各月均达到Ⅲ类（已公布；读数为演示数据）。两省节点现在自行认可本方算得的结果。",
                en:
                    "\n5. The Youshui in 2019, 2020 and 2022: class Ⅲ or better in every month (published; the readings are made up). Both nodes now accept by themselves what they compute."
            ),
            .run("500000", "import docs/demo/year/youshui-2019-2020-2022-made-up.csv --source 演示数据", .nothing),
            .recorded("youshui-2019", YearStep.months(2019, 2020, 2022)),
            yearPaid("2019", on: "2020-11-02"), yearPaid("2020", on: "2021-11-02"), yearPaid("2022", on: "2023-11-02"),
            .tell(
                zh: "   2022 年度 480 万元在重庆市内按 1:1 分给酉阳县、秀山县（渝财环〔2023〕66号：各 240 万元）。",
                en:
                    "   The 4.8 million of 2022 are divided 1 : 1 between Youyang and Xiushan (渝财环〔2023〕66号: 2.4 million each)."
            ),
            .run("500000", "splits record 演示湘〔2022〕2号 --share 500242=酉阳县:1 --share 500241=秀山县:1", .output),
            .run(
                "500000",
                "funds use youshui-2019 --project 演示项目 --purpose 污水处理 --river 酉水 --amount 1920万元 --report-due {report-due}"
            ),
        ]

    private static func yearPaid(_ year: String, on day: String) -> YearStep {
        .each([
            .run("100000", "clearing record youshui-2019 \(year) --amount 480万元"),
            .paid("youshui-2019", year, .hunan, .chongqing, 480, number: "演示湘〔\(year)〕2号", on: day),
        ])
    }
}
