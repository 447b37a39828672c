import Compensation
import Federation
import TransparencyLog

/// What settlements ask of this node.
struct SettlementConditions {
    private let view: NodeView
    private let me: PartyCode

    /// Working days before the end of an objection window in which it is said to end.
    private static let warning = 3

    init(_ view: NodeView) {
        self.view = view
        me = view.member.code
    }

    /// `cases` are in the order of the desk: an adjustment follows what it adjusts.
    func conditions(_ cases: [SettlementCase]) -> [Condition] {
        var conditions: [Condition] = []
        for (place, settlement) in cases.enumerated() {
            let next = place + 1 < cases.count ? cases[place + 1] : nil
            let isAdjusted = next?.key.preceding == settlement.key
            if let condition = standing(settlement, isAdjusted: isAdjusted) { conditions.append(condition) }
            conditions += view.duties.duties(of: settlement).filter { $0.party == me }
                .compactMap { waiting(settlement, $0) }
        }
        return conditions
    }

    private func standing(_ settlement: SettlementCase, isAdjusted: Bool) -> Condition? {
        let subject = settlement.key.text
        if case .failure(.conflict(let conflicts)) = settlement.own, let first = conflicts.first {
            return Condition(.readingConflict, subject: subject, detail: "\(first.section.text) \(first.time.text)")
        }
        if settlement.ledger == .differs { return Condition(.ledgerDiffers, subject: subject) }
        switch settlement.state {
        case .disputed: return Condition(.settlementDisputed, subject: subject)
        case .refused:
            return Condition(
                .verdictRefused, subject: subject, detail: settlement.verdict?.body.conclusion.rawValue ?? "")
        case .proposed: return acceptance(settlement)
        case .verified, .recorded, .cleared, .paid:
            guard !isAdjusted, case .success(let own) = settlement.own,
                own.digest != settlement.verdict?.body.settlementDigest
            else { return nil }
            return Condition(.changedAfterRecording, subject: subject)
        case .computable where settlement.key.adjustment != nil:
            return Condition(.changedAfterRecording, subject: subject)
        case .open, .computable, .agreed: return nil
        }
    }

    private func acceptance(_ settlement: SettlementCase) -> Condition? {
        guard case .success(let own) = settlement.own,
            let mine = settlement.positions.first(where: { $0.party == me }),
            mine.acceptance?.body.settlementDigest != own.digest,
            settlement.positions.contains(where: {
                $0.party != me && $0.proposal?.body.settlementDigest == own.digest
            })
        else { return nil }
        return Condition(
            .acceptanceWaits, subject: settlement.key.text,
            detail: "tongzhou accept \(settlement.key.text) --digest \(own.digest.hex.prefix(16))")
    }

    private func waiting(_ settlement: SettlementCase, _ duty: SettlementDuty) -> Condition? {
        let subject = settlement.key.text
        switch duty.act {
        case .answer, .resolve: return window(subject, duty)
        case .stateFacts: return Condition(.factsWait, subject: subject, detail: duty.subject)
        case .decideExemption: return Condition(.exemptionWaits, subject: subject, detail: duty.subject)
        case .propose:
            guard view.policy.proposing(settlement.key.agreement) == .operator else { return nil }
            return Condition(.proposalWaits, subject: subject)
        case .supplyData, .correct, .endorse, .verify, .record, .pay, .receive: return nil
        }
    }

    private func window(_ subject: String, _ duty: SettlementDuty) -> Condition? {
        guard let by = duty.by, let now = view.desk.now.civilTime else { return nil }
        if duty.isOverdue(at: now) {
            return duty.act == .answer ? Condition(.windowEnded, subject: subject, detail: by.text) : nil
        }
        guard let soon = view.calendar.day(Self.warning, after: now), by <= soon else { return nil }
        return Condition(.windowEnding, subject: subject, detail: by.text)
    }
}
