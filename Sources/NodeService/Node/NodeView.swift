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

    /// Settlements with where they stand and who has to act on them, ready to be shown; in the order given.
    /// - Parameter money: of agreements, as far as it was worked out before.
    /// - Throws: where the stored logs cannot be read, which say whether a clearing stands.
    func summaries(_ settlements: [SettlementCase], known money: [AgreementMoney] = []) throws -> [SettlementSummary] {
        let clearings = try ClearingDesk(docket, history: history, now: desk.now)
            .settlementClearings(settlements, known: money)
        return zip(settlements, clearings).map { settlement, clearing in
            SettlementSummary(
                settlement, docket: docket, clearing: clearing, duties: duties.duties(of: settlement), now: desk.now)
        }
    }

    /// One of them.
    func summary(_ settlement: SettlementCase) throws -> SettlementSummary { try summaries([settlement])[0] }
}
