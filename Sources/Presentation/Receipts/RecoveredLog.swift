public import Federation

/// One own log after `recover`. Sizes in entries.
public struct RecoveredLog: Sendable {
    public let origin: LogOrigin
    public let had: Int
    public let has: Int
    /// The most that any peer has shown a signature for.
    public let shown: Int
    /// The size at which the log of the next epoch says that this one ends; `nil` when it says nothing.
    public let end: Int?
    /// Who showed it.
    public let peers: [NodeName]
    /// Who showed a checkpoint that none of the known keys has signed.
    public let unverified: [NodeName]

    public init(
        origin: LogOrigin, had: Int, has: Int, shown: Int, end: Int? = nil, peers: [NodeName],
        unverified: [NodeName] = []
    ) {
        self.origin = origin
        self.had = had
        self.has = has
        self.shown = shown
        self.end = end
        self.peers = peers
        self.unverified = unverified
    }

    /// What is signed beyond the end that the next epoch names is nobody's word and not waited for.
    var wanted: Int { end ?? shown }
    /// Whether peers have copies of which none can be verified here, and nothing else tells what is in them.
    var isUnreadable: Bool { shown == 0 && end == nil && !unverified.isEmpty }
    var isComplete: Bool { has >= wanted && !isUnreadable }

    var json: JSONValue {
        .members([
            ("origin", .string(origin.text)), ("had", .integer(Int64(had))), ("has", .integer(Int64(has))),
            ("shown", .integer(Int64(shown))), ("end", end.map { .integer(Int64($0)) }),
            ("peers", .array(peers.map { .string($0.text) })),
            ("unverified", .array(unverified.map { .string($0.text) })),
        ])
    }
}
