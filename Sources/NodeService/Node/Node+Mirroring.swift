import Federation
import NodeStore
import TransparencyLog

/// This node as a mirror: it cosigns what it holds in full (C2SP tlog-mirror).
extension Node {
    /// Name of the mirror's key.
    nonisolated var mirrorName: String { Cosigner.mirror.name(of: member.node) }

    /// The lines to keep with a batch that reaches its checkpoint. None when the clock stands before the newest line
    /// under this log: a cosigner's time never goes back.
    func cosignature(of mirrored: MirrorBatch) throws -> (cosigner: String, line: String)? {
        let signers = cosigners(.mirror)
        guard let checkpoint = mirrored.checkpoint?.checkpoint, !signers.isEmpty else { return nil }
        let now = clock.now.secondsSinceEpoch
        if let newest = try database.newestCosignature(mirrored.batch.origin, cosigner: mirrorName) {
            let time = Cosignature.time(ofLine: newest.line) ?? .max
            guard newest.size < checkpoint.size, time <= now else { return nil }
        }
        let lines = try signers.map { try $0.cosign(checkpoint, at: now).signature.line }
        return (mirrorName, lines.joined(separator: "\n"))
    }
}
