public import Federation

/// One own log after `recover`. Sizes in entries.
public struct RecoveredLog: Sendable {
    public let origin: LogOrigin
    public let had: Int
    public let has: Int
    /// The most that any peer has shown a signature for.
    public let shown: Int
    /// Who showed it.
    public let peers: [NodeName]

    public init(origin: LogOrigin, had: Int, has: Int, shown: Int, peers: [NodeName]) {
        self.origin = origin
        self.had = had
        self.has = has
        self.shown = shown
        self.peers = peers
    }

    var isComplete: Bool { has >= shown }

    var json: JSONValue {
        .members([
            ("origin", .string(origin.text)), ("had", .integer(Int64(had))), ("has", .integer(Int64(has))),
            ("shown", .integer(Int64(shown))), ("peers", .array(peers.map { .string($0.text) })),
        ])
    }
}
