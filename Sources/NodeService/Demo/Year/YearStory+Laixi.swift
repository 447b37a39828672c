/// 濑溪河: an exemption by both offices; a payer that is late.
extension YearStory {
    private static let later = "settlements show laixi-2023 2023-08+1"

    static let laixi: [YearStep] =
        [
            .tell(
                zh: "\n三、濑溪河（重庆、四川），2023 年。协议、断面、读数均为演示数据；标准和免除规则取自渝财环〔2023〕33号。两省市节点自行认可。",
                en:
                    "\n3. The Laixi (Chongqing, Sichuan), 2023. Agreement, section and readings are made up; the amounts and the exemption are those of 渝财环〔2023〕33号. Both nodes accept by themselves."
            ),
            .run(
                "510000",
                "sections add --id 510000-gaodong --name-zh 高洞电站 --name-en Gaodong --river 濑溪河 --basin 长江流域 --upstream 500000 --downstream 510000"
            ),
            .run(
                "510000",
                "agreements draft docs/demo/year/laixi.md --channel laixi --payment-days 30 --surcharge 10 --filing-days 30"
            ),
            .signed("laixi-2023", by: ["510000", "500000"]), .filed("laixi-2023", by: "510000"),
            .run("510000", "import docs/demo/year/laixi-2023-made-up.csv --source 演示数据", .nothing),
            .recorded("laixi-2023", YearStep.months(2023)),
            .tell(
                zh: "   Ⅱ Ⅱ Ⅲ Ⅳ Ⅰ Ⅲ Ⅱ Ⅴ Ⅲ Ⅱ Ⅲ Ⅱ，基准Ⅲ类：四川应付 400 万元。8 月因洪水，重庆申请免除；一个部门同意，什么也不变：",
                en:
                    "   Ⅱ Ⅱ Ⅲ Ⅳ Ⅰ Ⅲ Ⅱ Ⅴ Ⅲ Ⅱ Ⅲ Ⅱ, baseline Ⅲ: Sichuan owes 4 million. For the flood in August Chongqing requests an exemption; one office alone changes nothing:"
            ),
            .run(
                "500000",
                "exemptions request laixi-2023 2023-08 --fact 财政部门同意 --fact 生态环境部门同意 --reason 特大洪水（演示）"),
            .keep("100000", "exemptions", path: "exemptions.0.place", name: "request"),
            .run("100000", "exemptions approve {request} --office finance"),
            .until("500000", "exemptions", path: "exemptions.0.finance", value: "approved"),
            .refused("500000", later, ExitCode.inputRefused),
            .tell(zh: "   两部门都同意后，已记账的 8 月得到调整：", en: "   When both have agreed, the recorded August is adjusted:"),
            .run("100000", "exemptions approve {request} --office environment"),
            .recorded("laixi-2023", ["2023-08+1"]),
            .run("510000", later, .output),
            .run("100000", "clearing record laixi-2023 2023 --amount 600万元", .output),
            .refused("100000", "payments collect laixi-2023 2023 510000 500000 --amount 600万元", ExitCode.inputRefused),
        ]

    static let late: [YearStep] = [
        .tell(
            zh: "\n四、40 天以后：六个节点重新启动，时钟回到今天。四川未在 30 天内付款，中央强制收扣并加收 10 %。",
            en:
                "\n4. Forty days later: the six nodes start again, with the clock of today. Sichuan has not paid within 30 days; the centre collects by force, with 10 % on top."
        ),
        .today,
        .run("100000", "payments collect laixi-2023 2023 510000 500000 --amount 600万元", .output),
        .until("500000", "payments list", path: "forced_deductions.0.total_fen", value: "660000000"),
    ]
}
