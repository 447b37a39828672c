import Federation
import Foundation

/// How near the end of a certificate is: announced 60, 30 and 7 days ahead, louder each time.
enum CertificateStage {
    case twoMonths, month, week, ended

    /// `nil` while the end is more than 60 days away.
    init?(end: Date, now: Timestamp) {
        switch end.timeIntervalSince(SystemClock.date(of: now)) {
        case ...0: self = .ended
        case ...(7 * 86_400): self = .week
        case ...(30 * 86_400): self = .month
        case ...(60 * 86_400): self = .twoMonths
        default: return nil
        }
    }

    /// The condition for this node's own certificate.
    var own: ConditionCode {
        switch self {
        case .twoMonths: .certificateEnds
        case .month: .certificateEndsWithinMonth
        case .week: .certificateEndsWithinWeek
        case .ended: .certificateEnded
        }
    }

    /// The condition for a peer's.
    var peer: ConditionCode {
        switch self {
        case .twoMonths: .peerCertificateEnds
        case .month: .peerCertificateEndsWithinMonth
        case .week: .peerCertificateEndsWithinWeek
        case .ended: .peerCertificateEnded
        }
    }
}
