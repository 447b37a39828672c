import Federation
import TransparencyLog

/// Entries that are decided, not stored yet and already in the docket.
struct UnsaidEntries {
    /// The entries of one decision, and whom to tell where they stand.
    struct Said {
        let places: [EntryReference]
        let done: @Sendable ([EntryReference]) -> Void
    }

    /// What is to be said in one log.
    struct Log {
        let origin: LogOrigin
        var entries: [[UInt8]]
        let signers: [NoteSigner]
    }

    /// One for each log, in order of the first entry.
    private(set) var logs: [Log] = []

    var count: Int { logs.reduce(0) { $0 + $1.entries.count } }

    /// - Parameter signers: sign the log from its first entry here on.
    mutating func add(
        _ entries: [[UInt8]], to origin: LogOrigin, signers: @autoclosure () -> [NoteSigner]
    ) {
        if let place = logs.firstIndex(where: { $0.origin == origin }) {
            logs[place].entries += entries
        } else {
            logs.append(Log(origin: origin, entries: entries, signers: signers()))
        }
    }
}
