import Federation
import Testing

@testable import Presentation

/// Reports before an operator, at the two widths that terminals have.
@Suite struct FittedTextTests {
    private static let screen = """
        湖南省 (430000.tongzhou.test)   未运行 · 版本 0.1.0 · 以下为旧状态，最新条目 2026-11-21T19:42:49+08:00（15 小时前）
        自有日志 10 条

        协议          核算期   状态    核算结果                                          摘要
        youshui-2019  2021-04  已记账  湖南省 → 重庆市 40 万元，重庆市 → 湖南省 40 万元  9650842105bc

        需要处理 1 项
          SIG-04  430000.tongzhou.test/common/1  本节点的私钥签署了两份历史，已永久停止签署，请立即停止另一个副本
                  → 停止另一个副本，保留证据，告知各方，以新期次另起日志，并按手册“丢失或泄露”一节更换私钥
                  $ tongzhou accept youshui-2019 2021-04 --dry-run --config /var/lib/tongzhou/node.yaml --lang zh

        """

    @Test func atEightyColumns() {
        #expect(
            FittedText.fitted(Self.screen, columns: 80) == """
                湖南省 (430000.tongzhou.test)   未运行 · 版本 0.1.0 · 以下为旧状态，最新条目
                2026-11-21T19:42:49+08:00（15 小时前）
                自有日志 10 条

                协议          核算期   状态    核算结果                                          摘要
                youshui-2019  2021-04  已记账  湖南省 → 重庆市 40 万元，重庆市 → 湖南省 40 万元  9650842105bc

                需要处理 1 项
                  SIG-04  430000.tongzhou.test/common/1  本节点的私钥签署了两份历史，已永久停止
                          签署，请立即停止另一个副本
                          → 停止另一个副本，保留证据，告知各方，以新期次另起日志，并按手册“丢失
                            或泄露”一节更换私钥
                          $ tongzhou accept youshui-2019 2021-04 --dry-run --config /var/lib/tongzhou/node.yaml --lang zh

                """)
    }

    @Test func atAHundredAndTwentyNothingHasToBeBroken() {
        #expect(FittedText.fitted(Self.screen, columns: 120) == Self.screen)
    }

    @Test func whatProgramsReadIsLeftAlone() {
        for line in [#"{"schema":1,"names":["one two three four five six"]}"#, "a\tb c d e f g h i j k l m n o p"] {
            #expect(FittedText.fitted(line, columns: 20) == line)
        }
    }
}
