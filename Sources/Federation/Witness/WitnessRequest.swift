public import TransparencyLog

/// A request to cosign a checkpoint that the log's own key has signed (C2SP tlog-witness, add-checkpoint).
///
/// A synchronous value: `open` needs the body and the keys, `decide` the record; between the record that `decide`
/// was given and the one that is kept nothing may come.
public struct WitnessRequest: Sendable {
    public let origin: LogOrigin
    /// Signed by the log; only its form is checked.
    public let checkpoint: Checkpoint
    /// The note with the log's verified lines only.
    public let note: [UInt8]
    private let oldSize: Int
    private let proof: [MerkleHash]

    /// Reads a body and verifies the log's signature, in the specification's order.
    ///
    /// `keys` gives the keys trusted for a log; none when no member has such a log.
    public static func open(
        _ body: [UInt8], keys: (LogOrigin) -> NoteKeys
    ) -> Result<WitnessRequest, WitnessRefusal> {
        AddCheckpointRequest.parse(body).flatMap { request in
            Checkpoint.parseForm(request.note.text).map { (request, $0) }
        }.mapError(WitnessRefusal.malformed).flatMap { request, checkpoint in
            guard let origin = LogOrigin(checkpoint.origin) else { return .failure(.unknownLog) }
            let keys = keys(origin)
            guard !keys.isEmpty else { return .failure(.unknownLog) }
            return request.note.stripped(to: keys).mapError(WitnessRefusal.notSigned).flatMap { note in
                guard request.oldSize <= checkpoint.size else { return .failure(.oldSizeTooLarge) }
                return .success(
                    WitnessRequest(
                        origin: origin, checkpoint: checkpoint, note: note.bytes, oldSize: request.oldSize,
                        proof: request.proof))
            }
        }
    }

    /// - Parameters:
    ///   - record: what the witness last cosigned of this log.
    ///   - now: the node's clock, POSIX seconds.
    public func decide(_ record: WitnessRecord?, now: Int64) -> WitnessDecision {
        let knownSize = record?.size ?? 0
        guard oldSize == knownSize else { return .refuse(.conflict(size: knownSize)) }
        guard checkpoint.isPossible else { return .refuse(.emptyTreeRoot) }
        let consistency = ConsistencyProof(oldSize: oldSize, newSize: checkpoint.size, hashes: proof)
        if let finding = consistency.verify(oldRoot: record?.root ?? .emptyTree, newRoot: checkpoint.root) {
            return .refuse(.inconsistent(finding))
        }
        guard now > 0, now >= record?.cosigned ?? 0 else { return .refuse(.clockBehind) }
        return .cosign
    }
}
