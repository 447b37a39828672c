import Federation
import Testing

/// One cause, one alarm.
@Suite("The health catalogue")
struct HealthCatalogueTests {
    private let now = Timestamp(secondsSinceEpoch: 1_800_000_000)

    private func shown(_ conditions: Condition...) -> [ConditionCode] {
        HealthCatalogue.shown(conditions, at: now).map(\.code)
    }

    private func condition(_ code: ConditionCode, for seconds: Int64?) -> Condition {
        Condition(
            code, subject: "s", since: seconds.map { Timestamp(secondsSinceEpoch: now.secondsSinceEpoch - $0) })
    }

    @Test("A peer that is away for less than half a minute is no event", arguments: [0, 29, 30, 3600])
    func patience(seconds: Int64) {
        #expect(shown(condition(.peerUnreachable, for: seconds)) == (seconds < 30 ? [] : [.peerUnreachable]))
        #expect(shown(condition(.peerNotTrusted, for: seconds)) == [.peerNotTrusted])
        #expect(shown(condition(.peerUnreachable, for: nil)) == [.peerUnreachable])
    }

    @Test("No certificate alarm while the disk is full or the clock is wrong")
    func dependencies() {
        let ends = condition(.certificateEnds, for: nil)
        #expect(shown(ends) == [.certificateEnds])
        #expect(shown(ends, condition(.diskFull, for: nil)) == [.diskFull])
        #expect(shown(ends, condition(.clockDiffers, for: nil)) == [.clockDiffers])
        #expect(shown(condition(.certificateEnded, for: nil), condition(.diskFull, for: nil)).count == 2)
        #expect(shown(condition(.diskLow, for: nil), condition(.diskFull, for: nil)) == [.diskFull])
    }

    @Test("A node that does not run says nothing about the network, and all about its data")
    func notRunning() {
        let stopped = condition(.nodeNotRunning, for: nil)
        #expect(shown(condition(.peerUnreachable, for: 60), stopped) == [.nodeNotRunning])
        #expect(shown(condition(.mirrorForked, for: nil), stopped) == [.mirrorForked, .nodeNotRunning])
    }

    @Test("A cause that is not shown yet hides nothing")
    func impatience() {
        #expect(shown(condition(.staleHead, for: nil), condition(.peerUnreachable, for: 1)) == [.staleHead])
    }

    @Test("Worst first, otherwise as found")
    func order() {
        #expect(
            shown(
                condition(.paymentDue, for: nil), condition(.diskLow, for: nil), condition(.mirrorForked, for: nil),
                condition(.acceptanceWaits, for: nil), condition(.levyRuns, for: nil))
                == [.mirrorForked, .diskLow, .levyRuns, .paymentDue, .acceptanceWaits])
    }

    @Test("Hiding never goes in a circle, and never hides what is wrong with the data")
    func sane() {
        for code in ConditionCode.allCases {
            #expect(code.patience >= 0 && code.patience <= 300)
            #expect(code.hiddenBy.isEmpty || code.severity < .integrity, "\(code)")
            for cause in code.hiddenBy {
                #expect(!cause.hiddenBy.contains(code) && cause.severity >= .attention, "\(code) \(cause)")
            }
        }
    }
}
