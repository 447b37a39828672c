import Compensation

/// The scheme of one pair: the ladder of 重庆 2023, with the pair's own sections and targets.
struct SchemeText {
    let identifier: String
    let upstream: PartyCode
    let downstream: PartyCode
    let sections: [SectionID]
    let year: Int

    var text: String {
        let names = sections.indices.map { "断面\($0 + 1)" }
        let lines = zip(names, sections).map { "section \($0) \"\($1.text)\" = \($1.text) river" }
        let targets = names.enumerated().map { "  \($1): \($0.isMultiple(of: 2) ? "Ⅲ" : "Ⅱ")" }
        return """
            # 流域横向生态保护补偿 \(identifier)

            逐月核算。优于基准 1 个类别的每月 100 万元，2 个类别及以上的每月 200 万元；劣于基准的反向支付。

            ```tongzhou
            scheme \(identifier)
            title "流域横向生态保护补偿" "Horizontal compensation"
            party 上游 "upstream" = \(upstream.text)
            party 下游 "downstream" = \(downstream.text)
            ```

            ## 第一条 断面

            ```tongzhou
            \(lines.joined(separator: "\n"))
            list 补偿断面 "sections" = \(names.joined(separator: ", "))
            table 补偿基准 "baseline" for 断面 in 补偿断面
            \(targets.joined(separator: "\n"))
            ```

            ## 第二条 核算期

            ```tongzhou
            period month
            valid from \(year)-01 to \(year + 2)-12
            ```

            ## 第三条 类别与金额

            ```tongzhou
            let 月均值 "monthly means" for 断面 in 补偿断面 = mean of readings at 断面 where status is normal
            let 月类别 "class" for 断面 in 补偿断面 = class of 月均值(断面) by pH, DO, CODMn, NH3-N, TP
            let 月补偿额 "amount" for 断面 in 补偿断面 =
              when missing 月类别(断面): 0 万元
              when abs(月类别(断面) - 补偿基准(断面)) <= 1: 100 万元
              otherwise: 200 万元
            ```

            ## 第四条 补偿方向

            ```tongzhou
            pay 断面补偿 "compensation at the section" for 断面 in 补偿断面
              when missing 月类别(断面) or 月类别(断面) = 补偿基准(断面): nothing
              when 月类别(断面) < 补偿基准(断面) and 月类别(断面) <= Ⅲ: 下游 pays 上游 月补偿额(断面)
              when 月类别(断面) < 补偿基准(断面): nothing
              otherwise: 上游 pays 下游 月补偿额(断面)
            ```

            """
    }
}
