/// When a condition is worth a person's attention, beyond being the case.
extension ConditionCode {
    /// Seconds for which it has to last before it is shown: a neighbour that restarts its program is no event.
    public var patience: Int64 {
        switch self {
        case .peerUnreachable, .channelNotServed: 30
        default: 0
        }
    }

    /// Conditions that hide this one while they last, because it may be nothing but their consequence, or because
    /// they have to be dealt with before it.
    public var hiddenBy: [ConditionCode] {
        switch self {
        case .certificateEnds, .certificateEndsWithinMonth, .peerCertificateEnds, .peerCertificateEndsWithinMonth:
            [.diskFull, .clockDiffers]
        case .certificateEndsWithinWeek, .certificateEnded, .peerCertificateEndsWithinWeek, .peerCertificateEnded,
            .revocationListOutdated:
            [.clockDiffers]
        case .peerUnreachable, .peerRefusesUs, .peerNotTrusted, .channelNotServed, .staleHead, .witnessWentBack,
            .signingWaits, .ownLogMissing, .clockDiffers:
            [.nodeNotRunning]
        case .diskLow: [.diskFull]
        default: []
        }
    }
}
