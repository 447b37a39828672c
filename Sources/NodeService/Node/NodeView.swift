import Compensation
import Federation
import Presentation

/// What a decision may look at: one consistent state of the node.
struct NodeView: Sendable {
    let member: Member
    let docket: Docket
    var desk: SettlementDesk
    let policy: SettlementPolicy
    let calendar: WorkingCalendar
    let history: any LogHistory

    var steps: PartyNextSteps { PartyNextSteps(desk, me: member.code, policy: policy, history: history) }

    var duties: SettlementDuties {
        SettlementDuties(docket, calendar: calendar, standardWindow: policy.objectionWorkingDays)
    }

    /// A settlement with who has to act on it, ready to be shown.
    func summary(_ settlement: SettlementCase) -> SettlementSummary {
        SettlementSummary(settlement, docket: docket, duties: duties.duties(of: settlement), now: desk.now)
    }
}
