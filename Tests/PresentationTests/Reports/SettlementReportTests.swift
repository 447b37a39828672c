import Compensation
import Federation
import Presentation
import Testing
import TransparencyLog

/// Settlements in a list: words and JSON that scripts rely on.
@Suite("The list of settlements")
struct SettlementReportTests {
    @Test("None")
    func none() {
        let list = SettlementList([])
        #expect(list.text(.zh) == "还没有核算结果：需要已生效的协议和监测数据。\n")
        #expect(list.text(.en) == "No settlements yet: they need an agreement in force and readings.\n")
        #expect(list.jsonText == #"{"schema":1,"settlements":[]}"# + "\n")
    }

    /// CODMn (2.79 + 13.60) / 2 = 8.195 is class Ⅳ, so upstream pays.
    @Test("Proposed by both")
    func proposed() throws {
        var story = try Story()
        try story.propose()
        let summary = try story.settlement(Story.hunan)
        let digest = try summary.settlement.own.get().digest.hex.prefix(12)
        #expect(
            SettlementList([summary]).text(.zh) == """
                协议          核算期   状态    核算结果                 摘要
                youshui-2019  2021-04  已提议  重庆市 → 湖南省 40 万元  \(digest)

                """)
        #expect(
            SettlementList([summary]).text(.en) == """
                agreement     period   state     result                             digest
                youshui-2019  2021-04  proposed  Chongqing → Hunan 400,000.00 yuan  \(digest)

                """)
    }

    @Test("Disputed, with the first difference")
    func disputed() throws {
        var story = try Story()
        try story.dispute()
        let summary = try story.settlement(Story.chongqing)
        let own = try summary.settlement.own.get().digest.hex
        let hunan = try story.settlement(Story.hunan).settlement.own.get().digest.hex
        #expect(own != hunan)
        let list = SettlementList([summary])
        #expect(
            list.text(.zh) == """
                协议          核算期   状态    核算结果                 摘要
                youshui-2019  2021-04  有异议  湖南省 → 重庆市 40 万元  \(own.prefix(12))
                  湖南省异议：首个不同的输入 430000-liye 2021-04-02T16:00+08:00 codmn：本方采用 13.60，提议采用 -

                """)
        #expect(
            list.text(.en) == """
                agreement     period   state     result                             digest
                youshui-2019  2021-04  disputed  Hunan → Chongqing 400,000.00 yuan  \(own.prefix(12))
                  objection by Hunan: first differing input 430000-liye 2021-04-02T16:00+08:00 codmn: this party uses 13.60, the proposal -

                """)
        #expect(
            list.jsonText == #"""
                {"schema":1,"settlements":[{"agreement":"youshui-2019","must_act":[],"objections":[{"by":"430000",\#
                "other":"-","own":"13.60","place":"430000-liye 2021-04-02T16:00+08:00 codmn",\#
                "proposal":"500000.tongzhou.test/youshui/1#2","subject":"input"}],"own_digest":"\#(own)",\#
                "period":"2021-04","positions":[{"party":"430000","proposed_digest":"\#(hunan)"},\#
                {"party":"500000","proposed_digest":"\#(own)"}],"state":"disputed",\#
                "transfers":[{"amount_fen":40000000,"payee":"500000","payer":"430000"}]}]}

                """#)
    }

    @Test("Recorded")
    func recorded() throws {
        var story = try Story()
        try story.settle()
        let summary = try story.settlement(Story.centre)
        let digest = try summary.settlement.own.get().digest.hex
        #expect(
            SettlementList([summary]).text(.zh) == """
                协议          核算期   状态    核算结果                 摘要
                youshui-2019  2021-04  已记账  湖南省 → 重庆市 40 万元  \(digest.prefix(12))

                """)
        #expect(
            SettlementList([summary]).jsonText == #"""
                {"schema":1,"settlements":[{"agreement":"youshui-2019","must_act":[],\#
                "objections":[],"own_digest":"\#(digest)","period":"2021-04","positions":[\#
                {"accepted_digest":"\#(digest)","party":"430000","proposed_digest":"\#(digest)"},\#
                {"accepted_digest":"\#(digest)","party":"500000","proposed_digest":"\#(digest)"}],\#
                "state":"recorded","transfers":[{"amount_fen":40000000,"payee":"500000","payer":"430000"}],\#
                "verdict":"verified"}]}

                """#)
    }

    @Test("What the centre verified stays the result, whatever a party corrects and proposes afterwards")
    func changedAfterwards() throws {
        var story = try Story()
        try story.settle()
        let before = try story.settlement(Story.hunan)
        let correction = try story.correctBack(by: Story.hunan)
        try story.say(Story.chongqing, "common", .readingsEndorsement(ReadingsEndorsementEntry(correction: correction)))
        for code in [Story.chongqing, Story.hunan] {
            let own = try story.settlement(code).settlement.own.get()
            try story.say(code, "youshui", .proposal(own.proposal))
        }
        let after = try story.settlement(Story.hunan)
        #expect(try after.settlement.own.get().digest != before.settlement.own.get().digest)
        #expect(try after.settlement.own.get().transfers != before.transfers)
        #expect(after.settlement.state == .recorded)
        #expect(after.transfers == before.transfers)
    }
}
