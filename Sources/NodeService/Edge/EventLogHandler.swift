import Foundation
public import Logging
import Presentation

/// One line per event on standard error: level, event code, message, then the other metadata sorted by name.
/// No time stamp: journald and container runtimes add their own. Where the journal itself reads, every line begins with
/// its priority as `<N>` (sd-daemon(3)).
public struct EventLogHandler: LogHandler {
    public var metadata: Logger.Metadata = [:]
    private let verbosity: LogVerbosity
    private let isJournal: Bool
    private var level = Logger.Level.info

    public init(_ verbosity: LogVerbosity = LogVerbosity()) {
        self.verbosity = verbosity
        isJournal = JournalStream.isJournal(ProcessInfo.processInfo.environment["JOURNAL_STREAM"])
    }

    /// Whoever has asked for less than `info` is not made to say more.
    public var logLevel: Logger.Level {
        get { level == .info && verbosity.isDebug ? .debug : level }
        set { level = newValue }
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, own in own }.mapValues { "\($0)" }
        let priority = isJournal ? Self.priority(event.level) : ""
        let line = priority + Self.line("\(event.level)", "\(event.message)", all) + "\n"
        // Logging must never take the node down; a closed standard error loses lines, nothing else.
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }

    /// As syslog(3) numbers them.
    static func priority(_ level: Logger.Level) -> String {
        switch level {
        case .critical: "<2>"
        case .error: "<3>"
        case .warning: "<4>"
        case .notice: "<5>"
        case .info: "<6>"
        case .debug, .trace: "<7>"
        }
    }

    /// Details repeat what a peer sent: one line, and nothing that a terminal would obey.
    static func line(_ level: String, _ message: String, _ metadata: [String: String]) -> String {
        let rest = metadata.filter { $0.key != "event" }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return TerminalText.visible(([level, metadata["event"] ?? "-", message] + rest).joined(separator: " "))
    }
}
