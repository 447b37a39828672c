import Compensation
import Federation

/// The entries that a settlement rests on: standing proposals, acceptances with what they accept, the verdict with
/// the acceptances it names.
struct SettlementEntries {
    private let proposals: [EntryReference]
    private let acceptances: [EntryReference]
    private let verdict: EntryReference?
    /// Parties whose proposal or acceptance is not there, and the verdict; in that order.
    let missing: [String]

    init(_ settlement: SettlementCase, _ said: SettlementRegister) {
        let relied = settlement.verdict?.body.acceptances ?? []
        let acceptances = Self.sorted(settlement.positions.compactMap(\.acceptance?.reference) + relied)
        let accepted = said.acceptances.filter { acceptances.contains($0.record.reference) }
            .map(\.record.body.proposal)
        proposals = Self.sorted(settlement.positions.compactMap(\.proposal?.reference) + accepted)
        self.acceptances = acceptances
        verdict = settlement.verdict?.reference
        missing =
            settlement.positions.filter { $0.proposal == nil }.map { "proposal-\($0.party.text)" }
            + settlement.positions.filter { $0.acceptance == nil }.map { "acceptance-\($0.party.text)" }
            + (settlement.verdict == nil ? ["verdict"] : [])
    }

    var places: [EntryReference] { proposals + acceptances + (verdict.map { [$0] } ?? []) }

    /// A file name for each, such as `proposal-500000`; a second one of the same party ends in `-2`.
    func named(_ roster: Roster) -> [(name: String, place: EntryReference)] {
        Self.named("proposal", proposals, roster) + Self.named("acceptance", acceptances, roster)
            + (verdict.map { [("verdict", $0)] } ?? [])
    }

    private static func named(
        _ kind: String, _ places: [EntryReference], _ roster: Roster
    ) -> [(name: String, place: EntryReference)] {
        var names: [(name: String, place: EntryReference)] = []
        for place in places {
            let name = "\(kind)-\(roster.member(place.log.node)?.code.text ?? place.log.node.text)"
            let earlier = places.prefix { $0 < place }.count { $0.log.node == place.log.node }
            names.append((earlier == 0 ? name : "\(name)-\(earlier + 1)", place))
        }
        return names
    }

    private static func sorted(_ places: [EntryReference]) -> [EntryReference] {
        var unique: [EntryReference] = []
        for place in places.sorted() where unique.last != place { unique.append(place) }
        return unique
    }
}
