/// The log keys of one node, as its neighbours know them from its peer file and its `common` log.
public struct NodeKeys: Sendable {
    public let node: NodeName
    /// The key in the peer file or in the node's own configuration.
    public let configured: [UInt8]
    /// All keys that verify this node's logs, in the order in which they came; never empty.
    public let accepted: [[UInt8]]
    /// Those of them that the node no longer signs with.
    public let retired: [[UInt8]]
    /// Rotations that count, in order of place.
    public let rotations: [KeyRotation]
    /// Rotations that change nothing, with the reason, in order of place.
    public let refused: [(reference: EntryReference, problem: KeyRotationProblem)]
    /// Since when each accepted key is known from an entry, in the order of `accepted`.
    public let since: [Timestamp?]

    /// The keys to sign with now, oldest first.
    public var signing: [[UInt8]] { accepted.filter { !retired.contains($0) } }

    /// The key that came last.
    public var newest: [UInt8] { accepted.last ?? configured }
}
