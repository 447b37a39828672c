public import Compensation

/// The members a node knows, itself included, in order of node name.
public struct Roster: Sendable {
    public let members: [Member]

    /// `nil` when two members share a node name, a party code or a log key: one would speak as the other.
    public init?(_ members: [Member]) {
        let sorted = members.sorted { $0.node < $1.node }
        for (position, member) in sorted.enumerated() {
            for other in sorted[(position + 1)...]
            where other.node == member.node || other.code == member.code || other.logKey == member.logKey {
                return nil
            }
        }
        self.members = sorted
    }

    public func member(_ node: NodeName) -> Member? { members.first { $0.node == node } }
    public func member(_ code: PartyCode) -> Member? { members.first { $0.code == code } }
    public var centre: Member? { members.first { $0.role == .centre } }
}
