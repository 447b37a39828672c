import Compensation
import Federation

/// What the two parties of one agreement hold: their own four logs, folded as far as they have grown. Small, so that
/// making the year takes less than reading it.
struct PairDesk {
    private let pair: Pair
    private let origins: [LogOrigin]
    private var docket: Docket

    init(_ pair: Pair) throws {
        guard let roster = Roster([pair.upstream, pair.downstream]) else {
            throw NationalYear.Broken("PairDesk.swift 12")
        }
        self.pair = pair
        origins = try roster.members.flatMap {
            [try NationalYear.log(of: $0, "common"), pair.channel(of: $0)]
        }
        docket = Docket(roster: roster)
    }

    /// What `member` proposes for the period, with everything said so far.
    mutating func proposal(by member: Member, for period: Period, on shelf: LogShelf) throws -> ProposalEntry {
        for origin in origins {
            guard let log = shelf.log(origin) else { continue }
            let start = docket.head(of: origin)?.size ?? 0
            docket.fold(Array(log.entries[start...]), from: start, head: log.head)
        }
        guard let terms = docket.agreements.terms.first(where: \.inForce) else {
            throw NationalYear.Broken("PairDesk.swift 27")
        }
        let computer = SettlementComputer(docket)
        return try computer.compute(terms, period, asSeenBy: member.code, cut: computer.cut(for: terms)).get().proposal
    }
}
