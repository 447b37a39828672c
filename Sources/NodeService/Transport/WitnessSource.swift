public import Federation
public import TransparencyLog

/// What the server asks of the node's witness (C2SP tlog-witness).
public protocol WitnessSource: Sendable {
    /// The cosigned checkpoint of the log whose origin has this hash, or `nil` for 404.
    ///
    /// - Throws: anything; the reader sees 500 without detail.
    func checkpoint(ofOriginHash hash: ContentDigest) async throws -> LogResourceBody?

    /// Answers the body of an `add-checkpoint` request by a member.
    ///
    /// - Throws: anything; the member sees 503 without detail and may ask again.
    func addCheckpoint(_ body: [UInt8], from member: NodeName) async throws -> WitnessAnswer
}
