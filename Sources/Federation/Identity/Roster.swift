public import Compensation

/// The members a node knows, itself included, in order of node name.
public struct Roster: Sendable {
    public let members: [Member]
    /// The same, sorted by code.
    private let byCode: [Member]

    /// `nil` when two members share a node name, a party code or a log key: one would speak as the other.
    public init?(_ members: [Member]) {
        let sorted = members.sorted { $0.node < $1.node }
        let codes = sorted.map(\.code).sorted()
        let logKeys = sorted.map(\.logKey).sorted { $0.lexicographicallyPrecedes($1) }
        guard zip(sorted, sorted.dropFirst()).allSatisfy({ $0.node != $1.node }),
            zip(codes, codes.dropFirst()).allSatisfy({ $0 != $1 }),
            zip(logKeys, logKeys.dropFirst()).allSatisfy({ $0 != $1 })
        else { return nil }
        self.members = sorted
        byCode = sorted.sorted { $0.code < $1.code }
    }

    public func member(_ node: NodeName) -> Member? {
        let position = members.firstPosition { !($0.node < node) }
        return position < members.count && members[position].node == node ? members[position] : nil
    }

    public func member(_ code: PartyCode) -> Member? {
        let position = byCode.firstPosition { !($0.code < code) }
        return position < byCode.count && byCode[position].code == code ? byCode[position] : nil
    }

    public var centre: Member? { members.first { $0.role == .centre } }
}
