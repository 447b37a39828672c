import Compensation
import Federation

/// What somebody has to know about the centre: a ledger that does not follow, silence, incidents, levies.
struct CentreConditions {
    let view: NodeView
    /// How long an agreed settlement may wait for a verdict, in seconds; ours, no document sets it.
    private static let patience: Int64 = 30 * 86_400

    func conditions(_ cases: [SettlementCase]) throws -> [Condition] {
        try findings(cases) + silence(cases) + incidents + levies
    }

    /// Lines that differ show as CEN-01 with their settlement.
    private func findings(_ cases: [SettlementCase]) throws -> [Condition] {
        try view.ledgerFindings(cases).filter { $0.code != .linesDiffer }.map { finding in
            let detail = finding.detail.isEmpty ? finding.code.rawValue : "\(finding.code.rawValue) \(finding.detail)"
            let code: ConditionCode
            switch finding.code {
            case .accountNotHeld: code = .accountNotHeld
            case .accountDiffers, .accountNotZero, .accountCorrections, .accountNotComputable, .accountCut:
                code = .accountDiffers
            default: code = .ledgerDiffers
            }
            return Condition(code, subject: finding.subject, detail: detail)
        }
    }

    private func silence(_ cases: [SettlementCase]) -> [Condition] {
        let now = view.desk.now.secondsSinceEpoch
        return cases.filter { settlement in
            guard settlement.state == .agreed,
                let last = settlement.positions.compactMap(\.acceptance?.at.secondsSinceEpoch).max()
            else { return false }
            return now - last > Self.patience
        }.map { Condition(.verdictOverdue, subject: $0.key.text) }
    }

    private var incidents: [Condition] {
        let me = view.member.code
        return view.docket.incidents.incidents.filter { incident in
            let notice = incident.record.body
            let section = view.docket.sections.section(notice.section)
            let concerns =
                view.member.role == .centre || notice.affected.contains(me) || section?.upstream == me
                || section?.downstream == me
            return concerns
                && !view.docket.centre.rulings.contains { $0.body.incident == incident.record.reference }
        }.map {
            Condition(.incidentStands, subject: $0.record.reference.text, detail: $0.record.body.section.text)
        }
    }

    private var levies: [Condition] {
        let desk = LevyDesk(view.docket, now: view.desk.now)
        guard view.member.role != .centre else {
            let months = desk.uncharged
            return months.first.map {
                [Condition(.levyUncharged, subject: $0.pair.section.text, detail: "\(months.count)")]
            }
                ?? []
        }
        return desk.running.filter { [$0.upstream, $0.downstream].contains(view.member.code) }.map {
            Condition(.levyRuns, subject: $0.section.text)
        }
    }
}
