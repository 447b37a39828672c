import Compensation
import Federation
import Presentation
import Testing

/// The text format of Prometheus, version 0.0.4: one HELP and TYPE per metric, no sample twice, labels escaped.
@Suite("Metrics")
struct StatusMetricsTests {
    private func page(_ conditions: [Condition]) throws -> [String] {
        let story = try Story()
        let peer = PeerLogStatus(
            peer: Bilingual(zh: "湖南省", en: "Hunan"), origin: try Story.origin(Story.hunan, "common"),
            state: .catchingUp, verified: 9_410, known: 9_733, lastContact: Timestamp(secondsSinceEpoch: 1_700_000_000))
        let report = StatusReport(
            member: try story.member(Story.chongqing), now: story.now, running: true,
            ownLogs: [OwnLogStatus(origin: try Story.origin(Story.chongqing, "common"), size: 18_204, rootHex: "00ff")],
            peers: [peer], settlements: [], conditions: conditions)
        let facts = ServiceFacts(
            version: "1.2", started: Timestamp(secondsSinceEpoch: 1_600_000_000), storeBytes: 4096, freeBytes: nil,
            certificateEnds: [(peer.origin.node, Timestamp(secondsSinceEpoch: 1_800_000_000))], isReady: false)
        return StatusMetrics(report, facts).text.split(separator: "\n").map(String.init)
    }

    @Test(
        "Figures of the report",
        arguments: [
            #"tongzhou_build_info{version="1.2",node="500000.tongzhou.test"} 1"#, "tongzhou_ready 0",
            "tongzhou_start_time_seconds 1600000000", "tongzhou_store_bytes 4096",
            #"tongzhou_own_log_entries{log="500000.tongzhou.test/common/1"} 18204"#,
            #"tongzhou_peer_log_verified_entries{peer="430000.tongzhou.test",log="430000.tongzhou.test/common/1"} 9410"#,
            #"tongzhou_peer_log_state{peer="430000.tongzhou.test",log="430000.tongzhou.test/common/1",state="halted"} 0"#,
            #"tongzhou_certificate_end_time_seconds{node="430000.tongzhou.test"} 1800000000"#,
            #"tongzhou_settlements{state="disputed"} 0"#, #"tongzhou_conditions{severity="attention"} 0"#,
            #"tongzhou_settlements{state="cleared"} 0"#, #"tongzhou_settlements{state="paid"} 0"#,
        ])
    func figures(line: String) throws { #expect(try page([]).contains(line)) }

    @Test("A condition names its code and its peer")
    func condition() throws {
        let lines = try page([Condition(.peerUnreachable, subject: "430000.tongzhou.test/common/1", detail: "secret")])
        #expect(
            lines.contains(
                #"tongzhou_condition{code="NET-01",severity="error",peer="430000.tongzhou.test",subject="430000.tongzhou.test/common/1"} 1"#
            ))
        #expect(!lines.joined().contains("secret"))
        #expect(try page([]).allSatisfy { !$0.hasPrefix("tongzhou_condition{") })
        // Without a value there is no sample, rather than a wrong one.
        #expect(try page([]).allSatisfy { !$0.hasPrefix("tongzhou_store_free_bytes") })
    }

    @Test("The same twice is one sample; quotation marks, backslashes and line feeds cannot break out")
    func hostile() throws {
        let condition = Condition(.readingConflict, subject: "a\"b\\c\nd 1\u{1B}")
        let lines = try page([condition, condition]).filter { $0.hasPrefix("tongzhou_condition{") }
        #expect(lines.count == 1)
        #expect(lines[0].hasSuffix(#"peer="",subject="a\"b\\c\#u{FFFD}d 1\#u{FFFD}"} 1"#))
    }

    @Test("Every metric is described once, before its samples")
    func described() throws {
        let lines = try page([])
        var seen: [String] = []
        for line in lines {
            if line.hasPrefix("# HELP ") {
                seen.append(String(line.split(separator: " ")[2]))
            } else if !line.hasPrefix("#") {
                #expect(line.prefix { $0 != "{" && $0 != " " } == seen.last ?? "")
            }
        }
        #expect(seen.count >= 12 && Set(seen).count == seen.count)
    }
}
