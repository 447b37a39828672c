import Compensation
import Federation
import Presentation
import Testing
import TransparencyLog

/// One screen that says whether all is well.
@Suite("The status report")
struct StatusReportTests {
    private func report(
        running: Bool = true, settlements: Bool = false, _ conditions: [Condition] = []
    ) throws -> StatusReport {
        var story = try Story()
        try story.propose()
        let ages: [(PeerState, Int, Int, Int64?)] = [
            (.upToDate, 12_877, 12_877, 41), (.catchingUp, 9_410, 9_733, 180), (.unreachable, 5_098, 5_120, 7_200),
            (.refused, 0, 0, nil), (.halted, 7, 8, 172_800),
        ]
        let peers = try ages.enumerated().map { position, age in
            PeerLogStatus(
                peer: Bilingual(zh: "湖南省", en: "Hunan"), origin: try Story.origin(Story.hunan, "c\(position)"),
                state: age.0, verified: age.1, known: age.2,
                lastContact: age.3.map { Timestamp(secondsSinceEpoch: story.now.secondsSinceEpoch - $0) })
        }
        return StatusReport(
            member: try story.member(Story.chongqing), now: story.now, running: running,
            ownLogs: [OwnLogStatus(origin: try Story.origin(Story.chongqing, "common"), size: 18_204, rootHex: "00ff")],
            peers: peers, settlements: settlements ? [try story.settlement(Story.chongqing)] : [],
            conditions: conditions)
    }

    @Test("All well, in Chinese")
    func wellChinese() throws {
        #expect(
            try report().text(.zh) == """
                重庆市 (500000.tongzhou.test)   运行中，一切正常

                日志                           节点    状态                已核验   已知  落后  最近联系
                500000.tongzhou.test/common/1  重庆市  自有                 18204  18204     0
                430000.tongzhou.test/c0/1      湖南省  已同步               12877  12877     0  41 秒前
                430000.tongzhou.test/c1/1      湖南省  追赶中                9410   9733   323  3 分钟前
                430000.tongzhou.test/c2/1      湖南省  无法连接              5098   5120    22  2 小时前
                430000.tongzhou.test/c3/1      湖南省  被拒绝                   0      0     0  -
                430000.tongzhou.test/c4/1      湖南省  已停止：历史不一致       7      8     1  2 天前

                """)
    }

    @Test("What needs attention, worst first, in English")
    func attentionEnglish() throws {
        let conditions = [
            Condition(.acceptanceWaits, subject: "youshui-2019 2021-04"),
            Condition(.peerUnreachable, subject: "430000.tongzhou.test/c2/1", detail: "timeout: no answer"),
            Condition(.mirrorForked, subject: "430000.tongzhou.test/c4/1"),
        ]
        let report = try report(settlements: true, conditions)
        let settlement = try #require(report.settlements.first).settlement
        let digest = try settlement.own.get().digest.hex.prefix(12)
        #expect(
            report.text(.en) == """
                Chongqing (500000.tongzhou.test)   running, 2 need attention

                log                            node       state                         verified  known  lag  last contact
                500000.tongzhou.test/common/1  Chongqing  own                              18204  18204    0
                430000.tongzhou.test/c0/1      Hunan      up to date                       12877  12877    0  41 s ago
                430000.tongzhou.test/c1/1      Hunan      catching up                       9410   9733  323  3 min ago
                430000.tongzhou.test/c2/1      Hunan      unreachable                       5098   5120   22  2 h ago
                430000.tongzhou.test/c3/1      Hunan      refused                              0      0    0  -
                430000.tongzhou.test/c4/1      Hunan      halted, history inconsistent         7      8    1  2 d ago

                agreement     period   state     result                                            digest
                youshui-2019  2021-04  proposed  Chongqing → Hunan 400,000.00 yuan (40000000 fen)  \(digest)

                3 to look at
                  MIR-03  430000.tongzhou.test/c4/1  the peer signed two histories of one size; frozen
                          → keep the evidence; contact the peer and the centre
                  NET-01  430000.tongzhou.test/c2/1  the peer cannot be reached (timeout: no answer)
                          → check the network and the peer; catching up is automatic
                  SET-02  youshui-2019 2021-04  the results agree; acceptance is waiting
                          → check it, then run tongzhou accept

                """)
        #expect(report.worst == .integrity)
    }

    @Test("A node that does not run says so first")
    func stopped() throws {
        let condition = Condition(.nodeNotRunning, subject: "500000.tongzhou.test")
        let lines = try report(running: false, [condition]).text(.zh).split(separator: "\n")
        #expect(lines.first == "重庆市 (500000.tongzhou.test)   未运行")
        #expect(
            lines.suffix(3) == [
                "需要关注 1 项", "  RUN-01  500000.tongzhou.test  节点未运行，以下为最后保存的状态",
                "          → 启动：tongzhou serve",
            ])
    }

    @Test("As JSON")
    func json() throws {
        let contact = "2021-05-06T08:59:19+08:00"
        let json = try report([Condition(.certificateEndsWithinMonth, subject: "500000.tongzhou.test", detail: "soon")])
            .jsonText
        #expect(
            json.hasPrefix(
                #"""
                {"conditions":[{"code":"CRT-03","detail":"soon","severity":"attention","subject":"500000.tongzhou.test"}],\#
                "node":"500000.tongzhou.test","now":"2021-05-06T09:00:00+08:00","own_logs":[{"cosignatures":[],\#
                "origin":"500000.tongzhou.test/common/1","root":"00ff","size":18204}],"party":"500000",\#
                "peers":[{"known":12877,"lag":0,"last_contact":"\#(contact)",\#
                "origin":"430000.tongzhou.test/c0/1","state":"up_to_date","verified":12877},
                """#))
        #expect(
            json.contains(
                #"{"known":0,"lag":0,"origin":"430000.tongzhou.test/c3/1","state":"refused","verified":0}"#))
        #expect(
            json.hasSuffix(
                #""role":"province","running":true,"schema":1,"settlements":[],"verdict":"attention"}"# + "\n"))
        #expect(try report().jsonText.hasSuffix(#""verdict":"ok"}"# + "\n"))
    }
}
