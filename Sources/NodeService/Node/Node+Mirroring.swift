import Federation
import NodeStore
import TransparencyLog

/// This node as a mirror: it cosigns what it holds in full (C2SP tlog-mirror).
extension Node {
    /// Name of the mirror's key.
    nonisolated var mirrorName: String { "\(member.node.text)/mirror" }

    /// The line to keep with a batch that reaches its checkpoint. None when the clock stands before the newest line
    /// under this log: a cosigner's time never goes back.
    func cosignature(of mirrored: MirrorBatch) throws -> (cosigner: String, line: String)? {
        guard let checkpoint = mirrored.checkpoint?.checkpoint, let signer = cosigningKey?.cosigner(mirrorName) else {
            return nil
        }
        let now = clock.now.secondsSinceEpoch
        if let newest = try database.newestCosignature(mirrored.batch.origin, cosigner: mirrorName) {
            let time = Cosignature.time(ofLine: newest.line) ?? .max
            guard newest.size < checkpoint.size, time <= now else { return nil }
        }
        return (mirrorName, try signer.cosign(checkpoint, at: now).signature.line)
    }
}
