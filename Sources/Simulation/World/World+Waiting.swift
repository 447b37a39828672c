import Compensation
import Federation
import NodeService

/// What operators find waiting for them when they look, and answer by its place.
extension World {
    /// A correction of somebody else that this party has not endorsed.
    func endorse(at machine: Machine, _ chance: inout Chance) throws {
        let me = machine.province.code
        let docket = try docket(machine)
        let waiting = docket?.readings.correctionRecords
            .filter { record in record.author.text != me && !record.endorsedBy.contains { $0.text == me } }
        let place = chance.pick(waiting ?? [])?.record.reference.text
        operators.type(
            .endorse(place: chance.hits(90) ? place : nil, dryRun: false), "endorse", at: machine,
            read: docket?.heads ?? [])
    }

    /// Finance or environment says something to a request to be exempted.
    func decide(at centre: Machine, _ river: River, _ chance: inout Chance) throws {
        guard let docket = try docket(centre) else { return }
        let requests = docket.agreements.terms.filter { $0.entry.agreement.text == river.agreement }
            .flatMap { docket.exemptions.requests(under: $0.digest) }
        guard let request = chance.pick(requests) else { return }
        // Who changes their mind and back again says the same twice, lawfully.
        let refuses = request.record.reference.index % 8 == 0
        let offices = ExemptionApprovalEntry.Office.allCases.filter { _ in chance.hits(80) }
        for office in offices {
            operators.type(
                .settlement(
                    .decideExemption(
                        place: request.record.reference.text, office: office.rawValue, refuse: refuses, dryRun: false)),
                "decide", at: centre)
        }
    }

    /// Both parties accept whatever of the river is proposed, adjustments included.
    func accept(_ river: River) throws {
        for machine in river.parties.compactMap(machine) {
            guard let docket = try docket(machine), let now = machine.running?.clock.now else { continue }
            let cases = SettlementDesk(docket, viewer: docket.roster.members[0].code, now: now).cases
            for settlement in cases
            where settlement.key.agreement.text == river.agreement && settlement.verdict == nil
                && settlement.positions.contains(where: { $0.proposal != nil })
            {
                operators.type(
                    .accept(agreement: river.agreement, period: settlement.key.periodText, digest: nil), "accept",
                    at: machine)
            }
        }
    }

    private func docket(_ machine: Machine) throws -> Docket? {
        guard let node = machine.running?.node else { return nil }
        return try surroundings.ask { await node.docket }
    }
}
