import Logging
import Synchronization

/// What a node has logged, as event and subject.
final class ToldEvents: Sendable {
    private let lines = Mutex<[String]>([])

    /// Each line with its code and the log it is about.
    var all: [String] { lines.withLock { $0 } }

    func logger() -> Logger {
        Logger(label: "test") { _ in Handler(told: self) }
    }

    private struct Handler: LogHandler {
        let told: ToldEvents
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = (event.metadata ?? [:]).mapValues { "\($0)" }
            let line = [all["event"], all["log"]].compactMap(\.self).joined(separator: " ")
            told.lines.withLock { $0.append(line) }
        }
    }
}
