public import Federation
public import TransparencyLog

/// The answer to a batch of readings: that they stand in the log, and where. A function of the batch and the log, so
/// that a batch that is sent again is answered alike.
public struct BatchReceipt: Sendable {
    private let digest: ContentDigest
    private let readings: Int
    private let entries: [EntryReference]

    /// - Parameters:
    ///   - digest: SHA-256 of the batch.
    ///   - readings: how many it has, repetitions counted once.
    ///   - entries: where they stand.
    public init(digest: ContentDigest, readings: Int, entries: [EntryReference]) {
        self.digest = digest
        self.readings = readings
        self.entries = entries
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("sha256", .string(digest.hex)), ("readings", .integer(Int64(readings))),
            ("entries", .array(entries.map { .string($0.text) })),
        ])
    }
}
