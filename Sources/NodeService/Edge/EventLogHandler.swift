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
        // Logging must never take the node down; a closed standard error loses lines, nothing else.
        try? FileHandle.standardError.write(contentsOf: Data((line(event) + "\n").utf8))
    }

    func line(_ event: LogEvent) -> String {
        var all = metadata
        for (key, value) in event.metadata ?? [:] { all[key] = value }
        let code = all.removeValue(forKey: "event").map { "\($0)" } ?? "-"
        let rest = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        // Details repeat what a peer sent: one line, and nothing that a terminal would obey.
        return TerminalText.visible((["\(event.level)", code, "\(event.message)"] + rest).joined(separator: " "))
    }
}
