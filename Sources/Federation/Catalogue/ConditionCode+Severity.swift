extension ConditionCode {
    public var severity: Severity {
        switch self {
        case .jointReadingsWait, .signatureWaits, .filingDue, .filingWaits, .renewalDue, .endWaits: .notice
        case .agreementRefused, .filingOverdue, .agreementLapsed: .attention
        case .acceptanceWaits, .correctionWaits, .certificateEnds, .peerCertificateEnds, .rotationWaits,
            .peerFileOutdated, .keyMayBeRetired, .accountNotHeld, .clearingDue, .paymentDue, .receiptWaits,
            .inKindWaits, .factsWait, .proposalWaits, .exemptionWaits, .intakeRefused:
            .notice
        case .channelNotServed, .notUnderstood, .changedAfterRecording, .certificateEndsWithinMonth,
            .peerCertificateEndsWithinMonth, .revocationListOutdated, .verdictOverdue, .incidentStands, .levyRuns,
            .levyUncharged, .paymentDoesNotFit, .plansOverdue, .reportOverdue, .useWithoutReason, .windowEnded,
            .windowEnding, .diskLow, .clockDiffers, .earlierEpochMissing:
            .attention
        case .peerUnreachable, .peerRefusesUs, .peerNotTrusted, .readingConflict, .certificateEnded, .nodeNotRunning,
            .settlementDisputed, .staleHead, .witnessWentBack, .signingWaits, .ownLogMissing,
            .certificateEndsWithinWeek, .peerCertificateEndsWithinWeek, .peerCertificateEnded,
            .certificateRenewalRefused, .revocationListRefused, .certificateRevoked, .signingKeyMissing,
            .epochNotOpened, .paymentLate, .nodeSilent, .diskFull, .clockWentBack,
            .intakeStuck, .sm3TreeStopped:
            .error
        case .mirrorAltered, .mirrorShrank, .mirrorForked, .mirrorInconsistent, .mirrorMalformed, .storeDamaged,
            .verdictRefused, .ledgerDiffers, .accountDiffers, .signedElsewhere, .ownLogForked, .rotationRefused,
            .epochOverrun, .clearingDiffers, .forcedDeductionDiffers, .peerSM3RootDiffers:
            .integrity
        }
    }
}
