import Presentation
import Testing

@testable import NodeService

@Suite("Sessions and locks of the desk")
struct DeskSessionsTests {
    private static func account(_ name: String) -> OperatorAccount {
        OperatorAccount(name: name, role: .clerk, certificate: nil, added: "2026-11-22T09:00:00+08:00")
    }

    @Test("A session ends after a quarter of an hour without use")
    func idle() {
        let clock = SettableClock()
        let sessions = DeskSessions(clock, .system)
        let token = sessions.begin(Self.account("zhang"))
        clock.pass(.seconds(900))
        #expect(sessions.session(token)?.name == "zhang")
        clock.pass(.seconds(901))
        #expect(sessions.session(token) == nil)
        clock.pass(.seconds(-901))
        #expect(sessions.session(token) == nil)
    }

    @Test("A session ends after eight hours whatever happens")
    func longest() {
        let clock = SettableClock()
        let sessions = DeskSessions(clock, .system)
        let token = sessions.begin(Self.account("zhang"))
        for _ in 0..<(8 * 6) {
            #expect(sessions.session(token) != nil)
            clock.pass(.seconds(600))
        }
        #expect(sessions.session(token) != nil)
        clock.pass(.seconds(1))
        #expect(sessions.session(token) == nil)
    }

    @Test("What was ended, or never was, opens nothing; a fifth one pushes out the first")
    func ended() {
        let clock = SettableClock()
        let sessions = DeskSessions(clock, .system)
        let other = sessions.begin(Self.account("li"))
        let tokens = (0..<5).map { _ -> String in
            clock.pass(.seconds(1))
            return sessions.begin(Self.account("zhang"))
        }
        #expect(sessions.session(tokens[0]) == nil && sessions.session(tokens[1]) != nil)
        sessions.end(tokens[1])
        #expect(sessions.session(tokens[1]) == nil && sessions.session("") == nil)
        #expect(sessions.session(other) != nil && Set(tokens).count == 5)
    }

    @Test("Those that have ended push out none that is used")
    func swept() {
        let clock = SettableClock()
        let sessions = DeskSessions(clock, .system)
        let used = sessions.begin(Self.account("zhang"))
        for _ in 0..<3 { _ = sessions.begin(Self.account("zhang")) }
        for _ in 0..<2 {
            clock.pass(.seconds(600))
            #expect(sessions.session(used) != nil)
        }
        _ = sessions.begin(Self.account("zhang"))
        #expect(sessions.session(used) != nil)
    }

    @Test("A seal is good for one act of one session")
    func seals() throws {
        let sessions = DeskSessions(SettableClock(), .system)
        let first = try #require(sessions.session(sessions.begin(Self.account("zhang"))))
        let second = try #require(sessions.session(sessions.begin(Self.account("zhang"))))
        #expect(first.isSealed(first.seal(.accept), .accept))
        #expect(!first.isSealed(first.seal(.accept), .object) && !first.isSealed(second.seal(.accept), .accept))
        #expect(!first.isSealed(nil, .accept) && !first.isSealed("", .accept))
    }
}
