public import Compensation

/// Says who has to act on a settlement: a pure function of what has been said, whatever the time is. Deadlines are
/// counted from when a proposal was said.
public struct SettlementDuties: Sendable {
    private let docket: Docket
    private let calendar: WorkingCalendar
    private let standardWindow: Int?

    /// - Parameter standardWindow: objection window in working days where an agreement has none of its own.
    public init(_ docket: Docket, calendar: WorkingCalendar, standardWindow: Int?) {
        self.docket = docket
        self.calendar = calendar
        self.standardWindow = standardWindow
    }

    /// In the order of the parties; the centre's at the end.
    public func duties(of settlement: SettlementCase) -> [SettlementDuty] {
        guard settlement.periodEnded else { return [] }
        let parties = settlement.terms.entry.parties
        switch settlement.state {
        case .open: return unsettled(settlement) + parties.flatMap { data(settlement, $0) }
        case .computable: return unsettled(settlement) + parties.map { SettlementDuty($0, .propose) }
        case .proposed: return unsettled(settlement) + parties.flatMap { answers(settlement, $0) }
        case .disputed, .refused:
            return unsettled(settlement) + parties.map { SettlementDuty($0, .resolve, by: window($0, settlement)) }
        case .agreed: return centre.map { [SettlementDuty($0, .verify)] } ?? []
        case .verified:
            let isPaid = settlement.verified?.transfers.contains { $0.amount.count > 0 } ?? false
            return isPaid ? centre.map { [SettlementDuty($0, .record)] } ?? [] : []
        case .recorded, .cleared, .paid: return []
        }
    }

    private var centre: PartyCode? { docket.roster.centre?.code }

    /// The last day on which `party` can object to the first of the proposals of others that stand.
    public func window(_ party: PartyCode, _ settlement: SettlementCase) -> Period? {
        guard let days = settlement.terms.objectionWorkingDays ?? standardWindow,
            let said = settlement.positions.filter({ $0.party != party }).compactMap({ $0.proposal?.at }).min(),
            let time = said.civilTime
        else { return nil }
        return calendar.day(days, after: time)
    }

    private func data(_ settlement: SettlementCase, _ party: PartyCode) -> [SettlementDuty] {
        switch settlement.own {
        case .success: []
        case .failure(.conflict(let conflicts)):
            [
                SettlementDuty(
                    party, .correct, subject: conflicts.first.map { "\($0.section.text) \($0.time.text)" } ?? "")
            ]
        case .failure(.scheme(let obstacle)):
            [SettlementDuty(party, .supplyData, subject: obstacle.code)]
        case .failure(let obstacle): [SettlementDuty(party, .supplyData, subject: obstacle.code)]
        }
    }

    /// A party that has not accepted what stands answers another's proposal; where it is the only one that has
    /// proposed, the others have to propose first.
    private func answers(_ settlement: SettlementCase, _ party: PartyCode) -> [SettlementDuty] {
        guard let mine = settlement.positions.first(where: { $0.party == party }) else { return [] }
        let others = settlement.positions.filter { $0.party != party }
        guard let standing = settlement.positions.compactMap(\.proposal).first?.body.settlementDigest else { return [] }
        var duties: [SettlementDuty] = []
        let isAlone = settlement.positions.filter { $0.proposal != nil }.count == 1
        if isAlone, mine.proposal == nil { duties.append(SettlementDuty(party, .propose)) }
        if mine.acceptance?.body.settlementDigest != standing, others.contains(where: { $0.proposal != nil }) {
            duties.append(SettlementDuty(party, .answer, by: window(party, settlement)))
        }
        return duties
    }

    /// What waits for a word besides the proposals: corrections, facts, exemptions.
    private func unsettled(_ settlement: SettlementCase) -> [SettlementDuty] {
        let terms = settlement.terms
        let period = settlement.key.period
        let computer = SettlementComputer(docket)
        let corrections = computer.corrections(for: terms, period, cut: computer.cut(for: terms))
        let facts = computer.facts(for: terms, period).filter(\.isOpen)
        var duties: [SettlementDuty] = []
        for party in terms.entry.parties {
            duties += corrections.filter { !$0.counts(for: party) }.map {
                SettlementDuty(party, .endorse, subject: $0.record.reference.text)
            }
            if let fact = facts.first(where: { $0.waits(for: party) }) {
                duties.append(SettlementDuty(party, .stateFacts, subject: fact.name.text))
            } else if let own = try? settlement.own.get(),
                let name = own.missingFacts.first(where: { name in
                    !facts.contains { $0.name.text.sameBytes(as: name) }
                })
            {
                duties.append(SettlementDuty(party, .stateFacts, subject: name))
            }
        }
        for exemption in computer.exemptions(for: terms, period) {
            for office in exemption.waitsFor {
                guard let party = terms.holder(of: office) ?? centre else { continue }
                duties.append(
                    SettlementDuty(
                        party, .decideExemption,
                        subject: "\(exemption.request.reference.text) \(office.rawValue)"))
            }
        }
        return duties
    }
}
