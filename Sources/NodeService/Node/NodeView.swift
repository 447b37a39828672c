import Federation

/// What a decision may look at: one consistent state of the node.
struct NodeView: Sendable {
    let member: Member
    let docket: Docket
    let desk: SettlementDesk
    let policy: SettlementPolicy
    let history: any LogHistory

    var steps: PartyNextSteps { PartyNextSteps(desk, me: member.code, policy: policy, history: history) }
}
