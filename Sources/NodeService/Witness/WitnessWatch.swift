import Federation

/// What comparing with peers' witnesses has brought up and is not settled yet. In memory: a restarted node asks again.
struct WitnessWatch: Sendable {
    /// A log at a peer's witness.
    struct Place: Hashable, Sendable {
        let origin: LogOrigin
        let peer: NodeName
    }

    /// Checkpoints larger than what this node holds; `nil` until the store was read.
    var pending: [Place: Sighting]?
    /// Witnesses that show less than they have shown before: the sizes shown now and then.
    var wentBack: [Place: (now: Int, before: Int)] = [:]
    /// Origins by the SHA-256 of their text, the way witnesses are asked.
    var originsByHash: [String: LogOrigin] = [:]
}
