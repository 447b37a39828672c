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
    func submission(of origin: LogOrigin, to peer: Member, from oldSize: Int) throws -> WitnessSubmission? {
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
        try cosignatures(of: origin).contains { cosigned in
            cosigned.witness == peer.node
                && clock.now.secondsSinceEpoch - cosigned.cosignature.time < Self.refreshedAfter
        }
    }

    /// The cosignatures that the newest checkpoint of an own log has, in order of the witness's node.
    func cosignatures(of origin: LogOrigin) throws -> [(witness: NodeName, cosignature: Cosignature)] {
        guard let newest = try newestCheckpoint(origin), let lines = try database.cosigned(origin)?.lines else {
            return []
        }
        let note = newest.note + lines.flatMap { Array(($0 + "\n").utf8) }
        return peers.compactMap { peer in
            guard
                case .success(let opened) = CosignedCheckpoint.open(
                    note: note, origin: origin.text, keys: keys(of: origin),
                    cosigners: docket.keys.witnesses(of: peer.member.node))
            else { return nil }
            return opened.cosignatures.first.map { (peer.member.node, $0) }
        }.sorted { $0.0 < $1.0 }
    }

    /// Keeps the line that a peer's witness answered with, if it holds; the rest of the answer is dropped.
    func keepCosignature(_ lines: [UInt8], under submission: WitnessSubmission, by peer: Member) throws -> Bool {
        guard
            case .success(let opened) = CosignedCheckpoint.open(
                note: submission.checkpoint.note + lines, origin: submission.origin.text,
                keys: keys(of: submission.origin), cosigners: docket.keys.witnesses(of: peer.node)),
            let cosignature = opened.cosignatures.first
        else { return false }
        try database.keep(cosignature, of: submission.origin, size: submission.checkpoint.checkpoint.size)
        return true
    }
}
