import Foundation
import Logging
import Synchronization

/// A log in memory, asked by event code.
final class CollectedLog: Sendable {
    private let lines = Mutex<[[String: String]]>([])

    func logger() -> Logger {
        Logger(label: "test") { _ in Handler(log: self) }
    }

    func events() -> [String] {
        lines.withLock { $0.compactMap { $0["event"] } }
    }

    func metadata(of event: String) -> [String: String]? {
        lines.withLock { $0.first { $0["event"] == event } }
    }

    /// The server logs on its own time, so a test waits for a line, generously.
    func waitFor(_ event: String, seconds: Double = 20) async -> Bool {
        let end = Date() + seconds
        while Date() < end {
            if events().contains(event) { return true }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    private struct Handler: LogHandler {
        let log: CollectedLog
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let line = (event.metadata ?? [:]).mapValues { "\($0)" }
            log.lines.withLock { $0.append(line) }
        }
    }
}
