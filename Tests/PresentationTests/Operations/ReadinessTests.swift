import Compensation
import Federation
import Presentation
import Testing

/// Ready means that the answers are not stale, not that the process is up.
@Suite("Readiness")
struct ReadinessTests {
    private static let log = "430000.tongzhou.test/common/1"

    private func readiness(
        _ state: PeerState, missing: Int = 0, age: Int64?, _ conditions: [Condition] = []
    ) throws -> Readiness {
        let story = try Story()
        let peer = PeerLogStatus(
            peer: Bilingual(zh: "湖南省", en: "Hunan"), origin: try Story.origin(Story.hunan, "common"), state: state,
            verified: 1000 - missing, known: 1000,
            lastContact: age.map { Timestamp(secondsSinceEpoch: story.now.secondsSinceEpoch - $0) })
        return Readiness(
            StatusReport(
                member: try story.member(Story.chongqing), now: story.now, running: true, ownLogs: [], peers: [peer],
                settlements: [], conditions: conditions), staleAfterSeconds: 600)
    }

    @Test(
        "A peer's log",
        arguments: [
            (.upToDate, 0, 600, true), (.upToDate, 0, 601, false), (.upToDate, 0, nil, false),
            (.unreachable, 0, 599, true), (.unreachable, 0, 601, false), (.catchingUp, 256, 1, true),
            (.catchingUp, 257, 1, false), (.halted, 0, 1, false), (.refused, 0, 1, false),
        ] as [(PeerState, Int, Int64?, Bool)])
    func peer(state: PeerState, missing: Int, age: Int64?, ready: Bool) throws {
        #expect(try readiness(state, missing: missing, age: age).isReady == ready)
    }

    @Test("A log that is not for us is no lack")
    func notForUs() throws {
        #expect(try readiness(.notShared, age: nil).isReady)
        #expect(try !readiness(.refused, age: nil, [Condition(.channelNotServed, subject: Self.log)]).isReady)
        #expect(try !readiness(.refused, age: nil, [Condition(.peerRefusesUs, subject: Self.log)]).isReady)
    }

    @Test(
        "A damaged store and a node that may not sign are not ready",
        arguments: [ConditionCode.storeDamaged, .signingWaits])
    func own(code: ConditionCode) throws {
        let readiness = try readiness(.upToDate, age: 1, [Condition(code, subject: "x")])
        #expect(!readiness.isReady)
        #expect(readiness.text(verbose: false).contains("failed: \(code.rawValue)\nnot ready\n"))
    }

    @Test("What is the matter with a tree beside a log leaves the node ready")
    func sm3Tree() throws {
        for code in [ConditionCode.sm3TreeStopped, .peerSM3RootDiffers] {
            #expect(try readiness(.upToDate, age: 1, [Condition(code, subject: Self.log)]).isReady)
        }
    }

    @Test("Every part on a line of its own")
    func verbose() throws {
        #expect(
            try readiness(.upToDate, age: 41).text(verbose: true) == """
                [+]store ok
                [+]signing ok
                [+]peer-log \(Self.log) ok: up_to_date, 1000/1000, heard 41 s ago
                ready

                """)
        #expect(try readiness(.upToDate, age: 41).text(verbose: false) == "ready\n")
    }
}
