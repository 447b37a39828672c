/// What `scheme new` begins with: a whole scheme with remarks, to be rewritten article by article.
public enum SchemeTemplate {
    public static let text = """
        # 某河流域横向生态保护补偿协议（样本）

        Compensation on a sample river between an upstream and a downstream province (template)

        条款写给人看，紧随其后的代码块写给机器算，两者须说同一件事。逐条改写后执行 `tongzhou scheme check 文件`，再用 `tongzhou scheme run` 试算。写法见 docs/schemes.md。

        The articles are for people, the block below each is computed; both must say the same. Rewrite one article after the other, run `tongzhou scheme check FILE`, then try it out with `tongzhou scheme run`. docs/schemes.md describes the language.

        ```tongzhou
        scheme sample-river-2026
        title "某河流域横向生态保护补偿（样本）" "Compensation on a sample river (template)"
        ```

        ## 第一条 补偿主体

        上游为甲省，下游为乙省。请填写六位行政区划代码（GB/T 2260）。

        Article 1, parties. Fill in the six-digit codes of GB/T 2260.

        ```tongzhou
        party 甲省 "Upstream Province" = 500000
        party 乙省 "Downstream Province" = 430000
        ```

        ## 第二条 考核断面

        以交界断面为考核断面，按河流评价；湖库写 lake。标识由各方约定，须与节点登记的一致。

        Article 2, section. Judged as a river; write lake for lakes and reservoirs. The identifier is the one that nodes register.

        ```tongzhou
        section 交界断面 "Border Section" = 500000-border river
        ```

        ## 第三条 核算期与有效期

        按月核算；也可写 day、week、two-months、quarter、half-year、year。

        Article 3, period and validity. By the month; day, week, two-months, quarter, half-year and year are possible too.

        ```tongzhou
        period month
        valid from 2026-01 to 2028-12
        ```

        ## 第四条 补偿标准

        月补偿额由双方商定。未定之前用 param：只有名称和单位，试算时用 `--set '月补偿额=40 万元'` 给定。商定后改为 let，如 `let 月补偿额 "monthly amount" = 40 万元`；数值系推算的，在末尾写 unverified。

        Article 4, amount. Until it is agreed, a param has a name and a unit but no value; a trial gives one with `--set '月补偿额=40 万元'`. Once agreed, write let instead; a number that is only inferred ends with unverified.

        ```tongzhou
        param 月补偿额 "monthly amount": 万元
        ```

        ## 第五条 水质评价

        取状态为“正常”的监测数据，分指标求算术平均，以未经修约的月均值按 GB 3838-2002 表 1 对五项指标作单因子评价。

        Article 5, water quality. Means of the readings with status normal, unrounded, judged by the worst of five items of GB 3838-2002 table 1.

        ```tongzhou
        let 月均值 "monthly means" = mean of readings at 交界断面 in period where status is normal
        let 月类别 "class of the month" = class of 月均值 by five-items
        ```

        ## 第六条 补偿方向

        达到Ⅲ类或更好，乙省补偿甲省；劣于Ⅲ类，甲省补偿乙省；当月无有效数据的，互不补偿。缺数必须写明如何处理，其余情形必须以 otherwise 收尾。

        Article 6, direction. Class Ⅲ or better: the downstream province pays. Worse: the upstream province pays. Without data neither pays. Missing data must be dealt with, and the last case is otherwise.

        ```tongzhou
        pay 交界断面补偿 "compensation at the border section"
          when missing 月类别: nothing
          when 月类别 <= Ⅲ: 乙省 pays 甲省 月补偿额
          otherwise: 甲省 pays 乙省 月补偿额
        ```

        """
}
