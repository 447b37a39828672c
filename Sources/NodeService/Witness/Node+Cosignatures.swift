import Federation
import Logging
import NodeStore
import TransparencyLog

/// Collecting the cosignatures of peers' witnesses under own checkpoints.
extension Node {
    /// Seconds after which a checkpoint that has not grown is cosigned anew, so that silence is seen.
    private static let refreshedAfter: Int64 = 3600

    /// The newest checkpoint of an own log for a peer's witness, with the proof from `oldSize`; `nil` when the
    /// witness has cosigned it lately, or there is none, or it is smaller than `oldSize`.
    /// - Parameter cosigned: when the witness cosigned `oldSize`, as far as the caller knows.
    func submission(
        of origin: LogOrigin, to peer: Member, from oldSize: Int, cosigned: Int64?
    ) throws -> WitnessSubmission? {
        // Any change anywhere leads here; most leave this log as it is.
        if let cosigned, isRecent(cosigned), docket.head(of: origin)?.size == oldSize { return nil }
        guard let newest = try newestCheckpoint(origin), newest.checkpoint.size >= oldSize,
            try isCosigned(origin, by: peer) == false, case .success(let note) = SignedNote.parse(newest.note)
        else { return nil }
        let proof = try database.read(origin) { stored in
            try ConsistencyProof(from: oldSize, to: newest.checkpoint.size, reader: stored)
        }
        guard let proof, let request = AddCheckpointRequest(oldSize: oldSize, proof: proof.hashes, note: note) else {
            return nil
        }
        return WitnessSubmission(origin: origin, checkpoint: newest, body: request.bytes)
    }

    private func isCosigned(_ origin: LogOrigin, by peer: Member) throws -> Bool {
        try cosignatures(of: origin, by: [peer]).contains { isRecent($0.cosignature.time) }
    }

    private func isRecent(_ time: Int64) -> Bool { clock.now.secondsSinceEpoch - time < Self.refreshedAfter }

    /// The cosignatures that the newest checkpoint of an own log has, in order of the witness's node.
    func cosignatures(of origin: LogOrigin) throws -> [(witness: NodeName, cosignature: Cosignature)] {
        try cosignatures(of: origin, by: peers.map(\.member))
    }

    private func cosignatures(
        of origin: LogOrigin, by members: [Member]
    ) throws -> [(witness: NodeName, cosignature: Cosignature)] {
        guard let newest = try newestCheckpoint(origin), let lines = try database.cosigned(origin)?.lines else {
            return []
        }
        // Each by itself: together they may be more lines than a note has room for.
        let signatures = Dictionary(grouping: lines.compactMap { NoteSignature(line: $0.utf8) }, by: \.name)
        return members.compactMap { member in
            guard let own = signatures[Cosigner.witness.name(of: member.node)],
                case .success(let opened) = CosignedCheckpoint.open(
                    note: newest.note + own.flatMap { Array(($0.line + "\n").utf8) }, origin: origin.text,
                    keys: keys(of: origin),
                    cosigners: docket.keys.cosigners(.witness, of: member.node))
            else { return nil }
            return word(of: member, in: opened).first.map { (member.node, $0) }
        }.sorted { $0.0 < $1.0 }
    }

    /// What a peer's witness has said with every signature that is demanded of that peer; nothing else counts.
    private func word(of peer: Member, in checkpoint: CosignedCheckpoint) -> [Cosignature] {
        checkpoint.word(
            of: Cosigner.witness.name(of: peer.node), required: docket.keys.demandedAlgorithms(of: peer.node))
    }

    /// Whether the key is known that a peer's witness cosigns with.
    func knowsWitness(of node: NodeName) -> Bool { !docket.keys.cosigners(.witness, of: node).isEmpty }

    /// Keeps the lines that a peer's witness answered with, if they hold and none is missing that is demanded of that
    /// peer; the rest of the answer is dropped. Returns their time.
    func keepCosignature(_ lines: [UInt8], under submission: WitnessSubmission, by peer: Member) throws -> Int64? {
        guard
            case .success(let opened) = CosignedCheckpoint.open(
                note: submission.checkpoint.note + lines, origin: submission.origin.text,
                keys: keys(of: submission.origin), cosigners: docket.keys.cosigners(.witness, of: peer.node))
        else { return nil }
        let word = word(of: peer, in: opened)
        guard let first = word.first else { return nil }
        try database.keep(
            word, by: first.cosigner, of: submission.origin, size: submission.checkpoint.checkpoint.size)
        return first.time
    }
}
