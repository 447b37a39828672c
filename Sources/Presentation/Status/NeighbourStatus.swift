public import Compensation
public import Federation

/// One peer, all of its logs taken together.
public struct NeighbourStatus: Sendable {
    public let node: NodeName
    public let name: Bilingual
    /// That of the log that is worst off.
    public let state: PeerState
    public let verified: Int
    public let known: Int
    public let lastContact: Timestamp?
    public let certificateEnd: Timestamp?

    /// Whether every log is held as far as it is known.
    public var isInSync: Bool { state == .upToDate || state == .notShared }

    init?(_ logs: [PeerLogStatus]) {
        guard let first = logs.first else { return nil }
        let logs = logs.filter { $0.state != .notShared }
        node = first.origin.node
        name = first.peer
        state = logs.map(\.state).max { $0.rank < $1.rank } ?? .notShared
        verified = logs.reduce(0) { $0 + $1.verified }
        known = logs.reduce(0) { $0 + $1.known }
        lastContact = logs.compactMap(\.lastContact).max()
        certificateEnd = first.certificateEnd
    }

    /// In the order in which the peers come first.
    static func list(_ logs: [PeerLogStatus]) -> [NeighbourStatus] {
        var groups: [[PeerLogStatus]] = []
        for log in logs {
            if let place = groups.firstIndex(where: { $0[0].origin.node == log.origin.node }) {
                groups[place].append(log)
            } else {
                groups.append([log])
            }
        }
        return groups.compactMap { NeighbourStatus($0) }
    }

    var json: JSONValue {
        .members([
            ("node", .string(node.text)), ("name_zh", .string(name.zh)), ("name_en", .string(name.en)),
            ("state", .string(state.rawValue)), ("verified", .integer(Int64(verified))),
            ("known", .integer(Int64(known))), ("lag", .integer(Int64(known - verified))),
            ("last_contact", lastContact.map { .string($0.text) }),
            ("certificate_not_after", certificateEnd.map { .string($0.text) }),
        ])
    }
}
