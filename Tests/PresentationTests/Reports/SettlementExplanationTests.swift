import Compensation
import Federation
import Presentation
import Testing
import TransparencyLog

/// The story of an amount, from the readings to the fen.
@Suite("The explanation of a settlement")
struct SettlementExplanationTests {
    private let story: Story
    private let explanation: SettlementExplanation
    private let scheme: String
    private let digest: String

    init() throws {
        var story = try Story()
        try story.settle()
        self.story = story
        let summary = try story.settlement(Story.chongqing)
        explanation = SettlementExplanation(summary)
        scheme = SchemeEntry(text: try Story.scheme()).digest.hex
        digest = try summary.settlement.own.get().digest.hex
    }

    /// Class Ⅲ by TP 0.134 (GB 3838-2002 table 1, rivers: at most 0.2), so downstream pays.
    @Test("In Chinese")
    func chinese() {
        #expect(
            explanation.text(.zh) == """
                酉水流域横向生态保护补偿  2021-04  已记账

                输入
                时间                    状态  codmn    do   nh3n    ph     tp  采用        记录于
                2021-04-01T08:00+08:00  正常   2.79  8.82  0.025  7.68  0.134  参与计算    430000.tongzhou.test/common/1#1
                2021-04-02T08:00+08:00  维护      -  8.51  0.025  7.68  0.032  按状态剔除  430000.tongzhou.test/common/1#1
                2021-04-02T16:00+08:00  维护      -  9.11  0.033  7.56  0.052  按状态剔除  430000.tongzhou.test/common/1#1 ← 500000.tongzhou.test/common/1#0
                  更正 500000.tongzhou.test/common/1#0（重庆市；确认：湖南省）：高锰酸盐指数分析仪故障

                步骤
                  月补偿额  〔第四条 补偿标准〕
                      let 月补偿额 "monthly amount" = 40 万元
                      40 万元
                      = 40 万元
                  月均值  〔第五条 水质评价〕
                      let 月均值 "monthly means" = mean of readings at 里耶镇 where status is normal
                      CODMn: (2.79) / 1 = 2.79/1 = 2.79; DO: (8.82) / 1 = 8.82/1 = 8.82; NH3-N: (0.025) / 1 = 0.025/1 = 0.025; pH: (7.68) / 1 = 7.68/1 = 7.68; TP: (0.134) / 1 = 0.134/1 = 0.134
                      = CODMn 2.79, DO 8.82, NH3-N 0.025, pH 7.68, TP 0.134
                  月类别  〔第五条 水质评价〕
                      let 月类别 "class of the month" = class of 月均值 by pH, DO, CODMn, NH3-N, TP
                      max(CODMn 2.79 → Ⅱ; DO 8.82 → Ⅰ; NH3-N 0.025 → Ⅰ; pH 7.68 → Ⅰ; TP 0.134 → Ⅲ) = Ⅲ
                      = Ⅲ
                  里耶镇断面补偿  〔第六条 补偿方向〕
                      pay 里耶镇断面补偿 "compensation at Liye Town"
                        when missing 月类别: nothing
                        when 月类别 <= Ⅲ: 湖南省 pays 重庆市 月补偿额
                        otherwise: 重庆市 pays 湖南省 月补偿额
                      missing 月类别 [Ⅲ] ✗; 月类别 [Ⅲ] <= Ⅲ ✓ ⇒ 430000 → 500000: 月补偿额 [40 万元] = 400,000.00 元
                      = 430000 → 500000 40 万元

                结果
                  湖南省 → 重庆市 40 万元（40000000 分）

                各方表态
                  湖南省：提议 \(digest.prefix(12))，认可 \(digest.prefix(12))
                  重庆市：提议 \(digest.prefix(12))，认可 \(digest.prefix(12))
                  中央节点：重算一致，已核验

                方案 SHA-256  \(scheme)
                结果 SHA-256  \(digest)

                """)
    }

    @Test("In English, the rules as they are signed")
    func english() {
        let text = explanation.text(.en)
        #expect(
            text.hasPrefix(
                """
                Youshui river compensation, Chongqing and Hunan  2021-04  recorded

                Inputs
                time                    status       codmn    do   nh3n    ph     tp  use                             recorded in
                2021-04-01T08:00+08:00  normal        2.79  8.82  0.025  7.68  0.134  used                            430000.tongzhou.test/common/1#1
                2021-04-02T08:00+08:00  maintenance      -  8.51  0.025  7.68  0.032  left out because of its status  430000.tongzhou.test/common/1#1
                2021-04-02T16:00+08:00  maintenance      -  9.11  0.033  7.56  0.052  left out because of its status  430000.tongzhou.test/common/1#1 ← 500000.tongzhou.test/common/1#0
                  correction 500000.tongzhou.test/common/1#0 (Chongqing; endorsed by Hunan): 高锰酸盐指数分析仪故障

                Steps
                  monthly amount (月补偿额)  〔第四条 补偿标准〕
                      let 月补偿额 "monthly amount" = 40 万元

                """))
        #expect(
            text.hasSuffix(
                """

                Result
                  Hunan → Chongqing 400,000.00 yuan (40000000 fen)

                What was said
                  Hunan: proposed \(digest.prefix(12)), accepted \(digest.prefix(12))
                  Chongqing: proposed \(digest.prefix(12)), accepted \(digest.prefix(12))
                  centre: recomputed to the same digest, verified

                scheme SHA-256  \(scheme)
                result SHA-256  \(digest)

                """))
    }

    @Test("As JSON")
    func json() throws {
        let cut = story.docket.heads.filter { !$0.log.text.contains("100000") }
            .map { String(decoding: CanonicalJSON.encode($0.json), as: UTF8.self) }.joined(separator: ",")
        let record = "430000.tongzhou.test/common/1#1"
        let json = explanation.jsonText
        #expect(
            json.hasPrefix(
                #"""
                {"corrections":[{"author":"500000","endorsed_by":["430000"],"place":"500000.tongzhou.test/common/1#0",\#
                "reason":"高锰酸盐指数分析仪故障"}],"cut":[\#(cut)],"inputs":[{"note":"used","recorded_in":["\#(record)"],"section":"430000-liye",\#
                "status":"normal","time":"2021-04-01T08:00+08:00","used":true,"values":{"codmn":"2.79",\#
                "do":"8.82","nh3n":"0.025","ph":"7.68","tp":"0.134"}},{"note":"status-excluded",\#
                "recorded_in":["\#(record)"],"section":"430000-liye","status":"maintenance",\#
                "time":"2021-04-02T08:00+08:00","used":false,"values":{"do":"8.51","nh3n":"0.025",\#
                "ph":"7.68","tp":"0.032"}},{"note":"status-excluded",\#
                "recorded_in":["\#(record)","500000.tongzhou.test/common/1#0"],"section":"430000-liye",\#
                "status":"maintenance","time":"2021-04-02T16:00+08:00","used":false,"values":{"do":"9.11",\#
                "nh3n":"0.033","ph":"7.56","tp":"0.052"}}],"schema":1,"scheme_digest":"\#(scheme)",\#
                "settlement":{"agreement":"youshui-2019",
                """#))
        #expect(
            json.contains(
                #"""
                "steps":[{"arithmetic":"40 万元","article":"第四条 补偿标准","display":"40 万元",\#
                "label":"monthly amount","line":
                """#))
        #expect(json.hasSuffix(#""value":"430000 500000 40000000"}],"unverified":[]}"# + "\n"))
    }

    @Test("A period that cannot be computed shows why")
    func obstacle() throws {
        var story = try Story()
        try story.propose()
        try story.contradict(by: Story.chongqing)
        let summary = try story.settlement(Story.chongqing)
        #expect(throws: ComputationObstacle.self) { try summary.settlement.own.get() }
        #expect(
            SettlementExplanation(summary).text(.zh) == """
                酉水流域横向生态保护补偿  2021-04  已提议
                协议          核算期   状态    核算结果                                              摘要
                youshui-2019  2021-04  已提议  监测数据互相矛盾：430000-liye 2021-04-02T16:00+08:00  -

                """)
        #expect(
            SettlementExplanation(summary).text(.en).contains(
                "contradicting readings: 430000-liye 2021-04-02T16:00+08:00"))
        #expect(SettlementExplanation(summary).jsonText.contains(#""obstacle":"reading-conflict""#))
        #expect(!SettlementExplanation(summary).jsonText.contains("steps"))
    }
}
