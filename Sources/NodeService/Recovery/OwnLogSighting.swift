import Federation
import TransparencyLog

/// A checkpoint of an own log as a peer shows it, verified under this node's key.
struct OwnLogSighting: Sendable {
    let origin: LogOrigin
    let peer: NodeName
    /// Whether the peer also holds the entries; a witness knows only the checkpoint.
    let isMirrored: Bool
    let verified: VerifiedCheckpoint

    var size: Int { verified.checkpoint.size }

    /// Of a log that is no longer written to, only what can be fetched counts: a witness cosigns for whoever has the key.
    func counts(_ configuration: NodeConfiguration) -> Bool { isMirrored || !configuration.isEarlier(origin) }
}
