import Compensation
public import Federation

/// What `status` shows: am I fine, who lags, what waits for whom. The one value behind the screen, `--json`,
/// `--check` and `--watch`.
public struct StatusReport: Report {
    public let member: Member
    public let now: Timestamp
    public let running: Bool
    public let version: String
    /// When the running node was started.
    public let started: Timestamp?
    /// The time of the newest entry held, of whatever log; said where the node does not run or does not answer.
    public let asOf: Timestamp?
    public let ownLogs: [OwnLogStatus]
    /// Every log of every peer.
    public let peers: [PeerLogStatus]
    public let settlements: [SettlementSummary]
    /// What the health catalogue shows, worst first.
    public let conditions: [Condition]

    public init(
        member: Member, now: Timestamp, running: Bool, version: String = "", started: Timestamp? = nil,
        asOf: Timestamp? = nil, ownLogs: [OwnLogStatus], peers: [PeerLogStatus],
        settlements: [SettlementSummary], conditions: [Condition]
    ) {
        self.member = member
        self.now = now
        self.running = running
        self.version = version
        self.started = started
        self.asOf = asOf
        self.ownLogs = ownLogs
        self.peers = peers
        self.settlements = settlements
        self.conditions = HealthCatalogue.shown(conditions, at: now)
    }

    /// The worst severity present; `nil` when nothing needs attention.
    public var worst: Severity? { conditions.map(\.code.severity).max() }

    public var neighbours: [NeighbourStatus] { NeighbourStatus.list(peers) }

    /// Whether every log of every peer is held as far as it is known.
    public var isInSync: Bool { neighbours.allSatisfy(\.isInSync) }

    public var rowsMember: String? { "neighbours" }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("node", .string(member.node.text)), ("party", .string(member.code.text)),
            ("role", .string(member.role.rawValue)), ("now", .string(now.text)), ("running", .bool(running)),
            ("version", .string(version)), ("started", started.map { .string($0.text) }),
            ("as_of", asOf.map { .string($0.text) }),
            ("verdict", .string(worst?.rawValue ?? "ok")), ("in_sync", .bool(isInSync)),
            ("own_logs", .array(ownLogs.map(\.json))), ("neighbours", .array(neighbours.map(\.json))),
            ("peers", .array(peers.map(\.json))), ("settlements", .array(settlements.map(\.json))),
            ("conditions", .array(conditions.map(Self.json))),
        ])
    }

    private static func json(_ condition: Condition) -> JSONValue {
        .members([
            ("code", .string(condition.code.rawValue)), ("severity", .string(condition.code.severity.rawValue)),
            ("subject", .string(condition.subject)), ("detail", .string(condition.detail)),
            ("since", condition.since.map { .string($0.text) }), ("command", condition.command.map { .string($0) }),
        ])
    }
}
