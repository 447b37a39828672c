import Logging
import Testing

@testable import NodeService

/// One line per event, whatever a peer sent.
@Suite("Lines of the event log")
struct EventLogHandlerTests {
    private func line(_ message: Logger.Message, _ metadata: Logger.Metadata) -> String {
        var handler = EventLogHandler()
        handler.metadata = ["node": "n"]
        return handler.line(
            LogEvent(
                level: .warning, message: message, error: nil, metadata: metadata, source: "test", file: #fileID,
                function: #function, line: #line))
    }

    @Test("Level, code, message, then the rest by name")
    func order() {
        #expect(
            line("peer not reached", ["z": "1", "event": "peer-timeout", "log": "a/b/1"])
                == "warning peer-timeout peer not reached log=a/b/1 node=n z=1")
        #expect(line("m", ["node": "other"]) == "warning - m node=other")
    }

    @Test("Neither a second line nor an escape sequence")
    func hostile() {
        let line = line("m\u{1B}[2J", ["event": "e\n", "detail": "a\r\nerror forged\u{9B}1m\u{202E}\u{2028}"])
        #expect(line == "warning e\u{FFFD} m\u{FFFD}[2J detail=a\u{FFFD}\u{FFFD}error forged\u{FFFD}1m\u{FFFD}\u{FFFD} node=n")
    }
}
