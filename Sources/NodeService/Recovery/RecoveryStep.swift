import Federation
import TransparencyLog

/// What comes next while an own log is fetched back.
enum RecoveryStep {
    /// Fetch these from the same peer.
    case fetch([LogResource])
    /// Level with what the peer showed.
    case done
    /// What the peer served does not fit.
    case refused(MirrorFinding)
}
