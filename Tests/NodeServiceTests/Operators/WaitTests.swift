import Presentation
import Testing

@testable import NodeService

/// What `wait` waits for.
@Suite("Waiting")
struct WaitTests {
    private func brief(_ state: String, _ duties: String) throws -> StatusBrief {
        try StatusBrief(
            json: """
                {"schema":1,"party":"500000","running":true,"in_sync":false,"own_logs":[],"conditions":[],
                 "neighbours":[{"node":"a.test","state":"up_to_date","verified":1,"known":1},
                               {"node":"b.test","state":"\(state)","verified":1,"known":3}],
                 "settlements":[{"agreement":"youshui-2019","period":"2021-04","state":"proposed","must_act":[\(duties)]}]}
                """)
    }

    @Test("In sync: every peer is level")
    func synced() throws {
        #expect(WaitDesk.waiting(try brief("catching_up", ""), .synced) == ["b.test catching_up 1/3"])
        #expect(WaitDesk.waiting(try brief("up_to_date", ""), .synced) == [])
    }

    @Test("Answered: nobody else has to accept or object; what is this node's to do is not waited for")
    func answered() throws {
        let theirs = #"{"party":"430000","act":"answer"}"#
        let ours = #"{"party":"500000","act":"answer"},{"party":"430000","act":"propose"}"#
        #expect(WaitDesk.waiting(try brief("up_to_date", theirs), .answered) == ["youshui-2019 2021-04 430000"])
        #expect(WaitDesk.waiting(try brief("up_to_date", ours), .answered) == [])
    }

    @Test("On a terminal the text takes the place of the one before and never scrolls")
    func screen() {
        #expect(StatusWatch.screen("a\nb\nc\n", (24, 80)) == "\u{1B}[Ha\u{1B}[K\nb\u{1B}[K\nc\u{1B}[K\n\u{1B}[J")
        #expect(StatusWatch.screen("a\nb\nc\n", (3, 80)) == "\u{1B}[Ha\u{1B}[K\nb\u{1B}[K\n\u{1B}[J")
        // Two cells each: the second line takes two rows of a screen three cells wide.
        #expect(StatusWatch.screen("甲\n甲乙\nc\n", (4, 3)) == "\u{1B}[H甲\u{1B}[K\n甲乙\u{1B}[K\n\u{1B}[J")
    }
}
