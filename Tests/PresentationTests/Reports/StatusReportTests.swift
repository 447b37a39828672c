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
        let ends: [Int64?] = [300 * 86_400, 28 * 86_400 + 5, -1, nil, 3600]
        let names = [
            Bilingual(zh: "湖南省", en: "Hunan"), Bilingual(zh: "江西省", en: "Jiangxi"),
            Bilingual(zh: "中央节点", en: "the centre"), Bilingual(zh: "贵州省", en: "Guizhou"),
            Bilingual(zh: "湖北省", en: "Hubei"),
        ]
        let peers = try ages.enumerated().map { position, age in
            PeerLogStatus(
                peer: names[position], origin: try #require(LogOrigin("p\(position).tongzhou.test/common/1")),
                state: age.0, verified: age.1, known: age.2,
                lastContact: age.3.map { Timestamp(secondsSinceEpoch: story.now.secondsSinceEpoch - $0) },
                certificateEnd: ends[position].map { Timestamp(secondsSinceEpoch: story.now.secondsSinceEpoch + $0) })
        }
        return StatusReport(
            member: try story.member(Story.chongqing), now: story.now, running: running, version: "1.4.0",
            started: running ? Timestamp(secondsSinceEpoch: story.now.secondsSinceEpoch - 273_600) : nil,
            asOf: running ? nil : Timestamp(secondsSinceEpoch: story.now.secondsSinceEpoch - 7_200),
            ownLogs: [
                OwnLogStatus(
                    origin: try Story.origin(Story.chongqing, "common"), size: 18_204, rootHex: "00ff",
                    newest: Timestamp(secondsSinceEpoch: story.now.secondsSinceEpoch - 121),
                    cosignatures: OwnLogCosignatures(asked: 2, witnesses: []))
            ],
            peers: peers, settlements: settlements ? [try story.settlement(Story.chongqing)] : [],
            conditions: conditions)
    }

    @Test("The screen, in Chinese")
    func chinese() throws {
        #expect(
            try report().text(.zh) == """
                重庆市 (500000.tongzhou.test)   运行中，尚未同步 · 版本 1.4.0 · 已运行 3 天 4 小时
                自有日志 18,204 条 · 检查点 2 分钟前 · 见证联署 0/2

                邻居      状态                  已核验 / 已知  落后  最近联系  证书到期
                湖南省    已同步              12,877 / 12,877     0  41 秒前   2022-03-02
                江西省    追赶中                9,410 / 9,733   323  3 分钟前  2021-06-03  还有 28 天
                中央节点  无法连接              5,098 / 5,120    22  2 小时前  2021-05-06  已过期
                贵州省    被拒绝                        0 / 0     0  -         -
                湖北省    已停止：历史不一致            7 / 8     1  2 天前    2021-05-06  不到 1 天

                """)
    }

    @Test("What needs attention, worst first, in English, with the command to run")
    func attentionEnglish() throws {
        let conditions = [
            Condition(.acceptanceWaits, subject: "youshui-2019 2021-04"),
            Condition(.peerUnreachable, subject: "p2.tongzhou.test/common/1", detail: "timeout: no answer"),
            Condition(.mirrorForked, subject: "p4.tongzhou.test/common/1"),
        ]
        let report = try report(settlements: true, conditions)
        let settlement = try #require(report.settlements.first).settlement
        let digest = try settlement.own.get().digest.hex.prefix(12)
        #expect(
            report.text(.en) == """
                Chongqing (500000.tongzhou.test)   running, 2 need attention · v1.4.0 · up 3 d 4 h
                own logs: 18,204 entries · checkpoint 2 min ago · cosigned by 0/2

                agreement     period   state     result                             digest
                youshui-2019  2021-04  proposed  Chongqing → Hunan 400,000.00 yuan  \(digest)

                peer        state                         verified / known  lag  last contact  certificate ends
                Hunan       up to date                     12,877 / 12,877    0  41 s ago      2022-03-02
                Jiangxi     catching up                      9,410 / 9,733  323  3 min ago     2021-06-03  28 days left
                the centre  unreachable                      5,098 / 5,120   22  2 h ago       2021-05-06  ended
                Guizhou     refused                                  0 / 0    0  -             -
                Hubei       halted, history inconsistent             7 / 8    1  2 d ago       2021-05-06  less than a day left

                3 to look at
                  MIR-03  p4.tongzhou.test/common/1  the peer signed two histories that contradict; frozen
                          → keep the evidence; contact the peer and the centre
                          $ tongzhou evidence list
                  NET-01  p2.tongzhou.test/common/1  the peer cannot be reached
                          timeout: no answer
                          → check the network and the peer; catching up is automatic
                          $ tongzhou doctor --peer p2.tongzhou.test
                  SET-02  youshui-2019 2021-04  the results agree; acceptance is waiting
                          → check it, then run tongzhou accept
                          $ tongzhou accept youshui-2019 2021-04 --dry-run

                """)
        #expect(report.worst == .integrity)
    }

    @Test("Several logs of one peer: what to do is said once")
    func grouped() throws {
        let conditions = ["common", "youshui"].map {
            Condition(.peerUnreachable, subject: "p2.tongzhou.test/\($0)/1", detail: "timeout")
        }
        let lines = try report(conditions).text(.en).split(separator: "\n").suffix(7)
        #expect(
            Array(lines) == [
                "2 to look at", "  NET-01  p2.tongzhou.test/common/1  the peer cannot be reached",
                "          timeout", "  NET-01  p2.tongzhou.test/youshui/1  the peer cannot be reached",
                "          timeout", "          → check the network and the peer; catching up is automatic",
                "          $ tongzhou doctor --peer p2.tongzhou.test",
            ])
    }

    @Test("Wide: every log with its root and cosigners")
    func wide() throws {
        let lines = try report().wideText(.en).split(separator: "\n").map(String.init)
        #expect(lines[1] == "own log                        entries  checkpoint  root  cosigned by")
        #expect(lines[2] == "500000.tongzhou.test/common/1   18,204  2 min ago   00ff  0/2")
        #expect(lines[3].hasPrefix("log                        peer"))
        #expect(lines[4].hasPrefix("p0.tongzhou.test/common/1  Hunan"))
        #expect(lines.count == 9)
    }

    @Test("A node that does not run says so first, and how old the rest is")
    func stopped() throws {
        let condition = Condition(.nodeNotRunning, subject: "500000.tongzhou.test")
        let lines = try report(running: false, [condition]).text(.zh).split(separator: "\n")
        #expect(
            lines.first == "重庆市 (500000.tongzhou.test)   未运行 · 版本 1.4.0 · 以下为旧状态，最新条目 2021-05-06T07:00:00+08:00（2 小时前）")
        #expect(
            lines.suffix(4) == [
                "需要处理 1 项", "  RUN-01  500000.tongzhou.test  节点未运行，以下为最后保存的状态",
                "          → 启动：tongzhou serve", "          $ tongzhou serve",
            ])
    }

    @Test("As JSON")
    func json() throws {
        let began = Timestamp(secondsSinceEpoch: try Story().now.secondsSinceEpoch - 60)
        let condition = Condition(
            .peerUnreachable, subject: "p2.tongzhou.test/common/1", detail: "soon", since: began)
        let json = try report([condition]).jsonText
        #expect(
            json.hasPrefix(
                #"""
                {"conditions":[{"code":"NET-01","command":"tongzhou doctor --peer p2.tongzhou.test","detail":"soon",\#
                "severity":"error","since":"2021-05-06T08:59:00+08:00","subject":"p2.tongzhou.test/common/1"}],\#
                "in_sync":false,"neighbours":[{"certificate_not_after":"2022-03-02T09:00:00+08:00","known":12877,"lag":0,\#
                "last_contact":"2021-05-06T08:59:19+08:00","name_en":"Hunan","name_zh":"湖南省",\#
                "node":"p0.tongzhou.test","state":"up_to_date","verified":12877},
                """#))
        #expect(
            json.contains(
                #""own_logs":[{"cosignatures":[],"newest":"2021-05-06T08:57:59+08:00","origin":"500000.tongzhou.test/common/1","root":"00ff","size":18204}]"#
            ))
        #expect(
            json.contains(
                #"{"known":0,"lag":0,"origin":"p3.tongzhou.test/common/1","state":"refused","verified":0}"#))
        #expect(
            json.hasSuffix(
                #""schema":1,"settlements":[],"started":"2021-05-03T05:00:00+08:00","verdict":"error","version":"1.4.0"}"#
                    + "\n"))
        #expect(try report().jsonText.contains(#""verdict":"ok""#))
    }

    @Test("As rows: one peer a line")
    func rows() throws {
        let lines = try report().rendered(.tsv, .zh).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines.first
                == "certificate_not_after\tknown\tlag\tlast_contact\tname_en\tname_zh\tnode\tstate\tverified")
        #expect(lines[4] == "\t0\t0\t\tGuizhou\t贵州省\tp3.tongzhou.test\trefused\t0")
        #expect(lines.count == 7 && lines[6].isEmpty)
    }
}
