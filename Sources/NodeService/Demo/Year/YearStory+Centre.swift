/// What the centre does beside the agreements: levies, an incident, the ministry's table.
extension YearStory {
    static let centre: [YearStep] = [
        .tell(
            zh: "\n六、乌江（贵州、重庆）：演示中两省市尚未签订协议，2023 年 1—7 月每月征收 100 万元（标准同渝财环〔2023〕33号）。",
            en:
                "\n6. The Wujiang (Guizhou, Chongqing): in the demonstration the two have no agreement and owe a levy of 1 million a month for January to July 2023 (amount as in 渝财环〔2023〕33号)."
        ),
        .run(
            "520000",
            "sections add --id 520000-wujiang --name-zh 乌江省界 --name-en 'Wujiang border' --river 乌江 --basin 长江流域 --upstream 520000 --downstream 500000"
        ),
        .run(
            "100000",
            "levies record --basin 长江流域 --section 520000-wujiang --amount 100万元 --from 2023-01 --to 2023-07 --bearer upstream"
        ),
        .run("100000", "levies record --charge --amount 700万元"),
        .run("100000", "levies", .output),
        .tell(
            zh: "\n七、乌江突发事件（虚构）：贵州通报，中央裁定扣减 50 万元。",
            en:
                "\n7. An incident on the Wujiang (invented): Guizhou gives notice, the centre rules a deduction of 500 000."
        ),
        .run(
            "520000",
            "incidents report --section 520000-wujiang --occurred 2023-09-10T03:10 --description 演示：油罐车侧翻 --affected 重庆市"
        ),
        .keep("100000", "incidents", path: "incidents.0.entry", name: "incident"),
        .run(
            "100000",
            "incidents rule {incident} --party 贵州 --basin 长江流域 --year 2023 --deduction 50万元 --reason 演示：影响下游取水"),
        .run("100000", "incidents", .output),
        .tell(
            zh: "\n八、年度奖励与扣减：财政部 2023 年清算表原样记入，合计为零。",
            en: "\n8. The yearly table: the Ministry of Finance's of 2023 as published; it sums to zero."),
        .run("100000", "awards record docs/demo/year/mof-2023.csv --basin 长江流域 --year 2023"),
        .run("100000", "awards", .output),
    ]
}
