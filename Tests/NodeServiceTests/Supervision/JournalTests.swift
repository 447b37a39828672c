import Foundation
import Logging
import Testing

@testable import NodeService

/// What systemd.exec(5) and sd-daemon(3) say about programs that write to the journal.
@Suite("Lines for the journal")
struct JournalTests {
    @Test("Only the very file that JOURNAL_STREAM names is the journal")
    func stream() throws {
        let folder = try Folder()
        let file = folder.url.appending(path: "stream")
        try Data().write(to: file)
        let handle = try FileHandle(forReadingFrom: file)
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        let device = try #require(attributes[.systemNumber] as? NSNumber)
        let node = try #require(attributes[.systemFileNumber] as? NSNumber)
        #expect(JournalStream.isJournal("\(device):\(node)", handle.fileDescriptor))
        #expect(!JournalStream.isJournal("\(device):1\(node)", handle.fileDescriptor))
        #expect(!JournalStream.isJournal("\(device)", handle.fileDescriptor))
        #expect(!JournalStream.isJournal(nil, handle.fileDescriptor))
    }

    @Test("Priorities are syslog's", arguments: zip(Logger.Level.allCases, [7, 7, 6, 5, 4, 3, 2]))
    func priorities(level: Logger.Level, number: Int) {
        #expect(EventLogHandler.priority(level) == "<\(number)>")
    }

    @Test("Debug lines are switched for all loggers at once, but not for those that asked for less")
    func verbosity() {
        let verbosity = LogVerbosity()
        var handler = EventLogHandler(verbosity)
        var quiet = handler
        quiet.logLevel = .warning
        #expect(handler.logLevel == .info)
        #expect(verbosity.toggle())
        #expect(handler.logLevel == .debug && quiet.logLevel == .warning)
        handler.logLevel = .critical
        #expect(handler.logLevel == .critical)
        #expect(!verbosity.toggle())
        handler.logLevel = .info
        #expect(handler.logLevel == .info)
    }
}
