public import Compensation

/// Something that needs attention now: a catalogue code, what it is about, and a detail for the log.
public struct Condition: Sendable {
    public let code: ConditionCode
    /// A peer, a log, or a settlement.
    public let subject: String
    public let detail: String
    /// The detail in words, where it is a code.
    public let explanation: Bilingual?
    /// When it began; `nil` where nobody has seen the beginning.
    public let since: Timestamp?

    public init(
        _ code: ConditionCode, subject: String, detail: String = "", explanation: Bilingual? = nil,
        since: Timestamp? = nil
    ) {
        self.code = code
        self.subject = subject
        self.detail = detail
        self.explanation = explanation
        self.since = since
    }

    /// The command to run next, complete; `nil` where there is none, or where words have to come before it.
    public var command: String? {
        switch code {
        case .peerUnreachable, .peerRefusesUs, .peerNotTrusted, .channelNotServed, .staleHead, .mirrorAltered,
            .mirrorMalformed, .mirrorShrank, .mirrorInconsistent, .clockDiffers:
            "tongzhou doctor --peer \(subject.prefix { $0 != "/" })"
        case .mirrorForked: "tongzhou evidence list"
        case .diskLow, .diskFull: "tongzhou doctor"
        case .correctionWaits: "tongzhou endorse \(subject)"
        case .settlementDisputed, .verdictRefused, .changedAfterRecording: "tongzhou explain \(subject)"
        case .acceptanceWaits, .windowEnded, .windowEnding: "tongzhou accept \(subject) --dry-run"
        case .proposalWaits: "tongzhou propose \(subject) --dry-run"
        case .signatureWaits, .agreementRefused: "tongzhou agreements show \(subject)"
        case .accountDiffers: "tongzhou basin-account show"
        case .incidentStands: "tongzhou incidents list"
        case .exemptionWaits: "tongzhou exemptions list"
        case .receiptWaits, .paymentDoesNotFit, .paymentDue, .paymentLate: "tongzhou payments list"
        case .inKindWaits: "tongzhou in-kind list"
        case .plansOverdue, .reportOverdue, .useWithoutReason: "tongzhou funds list"
        case .rotationWaits, .keyMayBeRetired, .signingKeyMissing, .rotationRefused: "tongzhou keys show"
        case .epochNotOpened: "tongzhou epoch open --dry-run"
        case .peerFileOutdated: "tongzhou peers show \(subject)"
        case .storeDamaged, .sm3TreeStopped, .peerSM3RootDiffers: "tongzhou check --full"
        case .nodeNotRunning: "tongzhou serve"
        default: nil
        }
    }
}
