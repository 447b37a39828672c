import Foundation
public import Logging
import Presentation

/// One line per event on standard error: level, event code, message, then the other metadata sorted by name.
/// No time stamp: journald and container runtimes add their own.
public struct EventLogHandler: LogHandler {
    public var metadata: Logger.Metadata = [:]
    public var logLevel: Logger.Level = .info

    public init() {}

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, own in own }.mapValues { "\($0)" }
        let line = Self.line("\(event.level)", "\(event.message)", all) + "\n"
        // Logging must never take the node down; a closed standard error loses lines, nothing else.
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }

    /// Details repeat what a peer sent: one line, and nothing that a terminal would obey.
    static func line(_ level: String, _ message: String, _ metadata: [String: String]) -> String {
        let rest = metadata.filter { $0.key != "event" }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return TerminalText.visible(([level, metadata["event"] ?? "-", message] + rest).joined(separator: " "))
    }
}
