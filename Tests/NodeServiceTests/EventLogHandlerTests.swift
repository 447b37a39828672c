import Testing

@testable import NodeService

/// One line per event, whatever a peer sent.
@Suite("Lines of the event log")
struct EventLogHandlerTests {
    @Test("Level, code, message, then the rest by name")
    func order() {
        let line = EventLogHandler.line(
            "warning", "peer not reached", ["z": "1", "event": "peer-timeout", "log": "a/b/1"])
        #expect(line == "warning peer-timeout peer not reached log=a/b/1 z=1")
        #expect(EventLogHandler.line("info", "m", ["node": "n"]) == "info - m node=n")
    }

    @Test("Neither a second line nor an escape sequence")
    func hostile() {
        let line = EventLogHandler.line(
            "warning", "m\u{1B}[2J", ["event": "e\n", "detail": "a\r\nerror forged\u{9B}1m\u{202E}\u{2028}"])
        #expect(line == "warning e\u{FFFD} m\u{FFFD}[2J detail=a\u{FFFD}\u{FFFD}error forged\u{FFFD}1m\u{FFFD}\u{FFFD}")
    }
}
