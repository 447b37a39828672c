import Compensation
import Federation
import NodeService
import NodeStore
import TransparencyLog

/// What the nodes make of their logs, one beside the other.
struct DocketLook {
    private struct Desk {
        let name: String
        let me: PartyCode
        let docket: Docket
        let database: LogDatabase
        let told: EntriesTold
        let now: Timestamp
        /// What the docket has to have read: the logs as they were stored before it was asked for; none where something
        /// keeps it from having read them.
        let stored: [(origin: LogOrigin, own: Bool, size: Int)]
    }

    private let rivers: [River]
    private let desks: [Desk]
    /// Logs whose owner may have lost, with its disk, what nobody had fetched yet.
    private let endangered: [LogOrigin]

    init(_ machines: [Machine], _ rivers: [River], endangered: [LogOrigin], _ world: Surroundings) throws {
        self.rivers = rivers
        self.endangered = endangered
        desks = try machines.compactMap { machine in
            guard let running = machine.running else { return nil }
            let node = running.node
            // Who takes its own log back reads it when it has all of it; of a commit that was reported as failed, and of
            // what it could not read, a node learns when it next hears of that log.
            let stored = try node.database.logs()
            let isCleared = try world.ask({ await node.clearance.verdict }) == .cleared
            // Without, it decides nothing, and has to come back from there once faults have stopped.
            guard let docket = try world.ask({ await node.docketAsStored }) else { return nil }
            let mayLag = !isCleared || running.lease.isOver || running.disk.mayKnowLess
            return Desk(
                name: machine.name, me: node.member.code, docket: docket,
                database: node.database, told: EntriesTold(node.database), now: running.clock.now,
                stored: mayLag ? [] : stored)
        }
    }

    /// - Throws: `Violation`.
    func check() throws {
        try sameCutSameDigest()
        for desk in desks {
            try rebuilds(desk)
            try proposedOnce(desk)
            try ClearingLook(desk.name, desk.docket, desk.database, desk.told, desk.now).check()
        }
    }

    /// When everything has been said: what counts for a party has become part of what it has proposed.
    ///
    /// - Throws: `Violation`.
    func requireWholeSettlements() throws {
        for desk in desks {
            let opinion = SecondOpinion(rivers, desk.docket, desk.me, desk.told)
            let cases = SettlementDesk(desk.docket, viewer: desk.me, now: desk.now).cases
            for first in cases where first.key.adjustment == nil && first.terms.entry.parties.contains(desk.me) {
                let chain = cases.filter { $0.key.adjusted(nil) == first.key }
                if try chain.contains(where: { try restsOnWhatIsLost($0, desk) }) { continue }
                if let omission = try opinion.omission(in: chain) {
                    throw Violation("settlement-incomplete", "\(desk.name) \(omission)")
                }
            }
        }
    }

    /// Whoever proposes from the same cut, scheme and corrections proposes the same.
    private func sameCutSameDigest() throws {
        var digests: [String: ContentDigest] = [:]
        for desk in desks {
            let opinion = SecondOpinion(rivers, desk.docket, desk.me, desk.told)
            for said in desk.docket.settlements.proposals {
                let proposal = said.record.body
                let basis = [
                    proposal.key.agreementDigest.hex, proposal.key.periodText, proposal.schemeDigest.hex,
                    proposal.cut.map { "\($0.log.text) \($0.size) \($0.root.hex)" }.joined(separator: ","),
                    proposal.correctionsNotApplied.map(\.text).joined(separator: ","),
                    proposal.exemptionsApplied.map(\.text).joined(separator: ","),
                ].joined(separator: "|")
                let known = digests[basis] ?? proposal.settlementDigest
                guard known == proposal.settlementDigest else {
                    throw Violation("same-cut-other-digest", "\(desk.name) \(proposal.key.periodText)")
                }
                digests[basis] = known
                if try restsOnWhatIsLost(proposal, desk) { continue }
                if let objection = try opinion.objection(to: proposal, of: said.party) {
                    throw Violation("settlement-differs", "\(desk.name) \(proposal.key.text): \(objection)")
                }
            }
        }
    }

    /// Whether a proposal rests on what was lost with a disk since: the part of a log that its cut names is gone or
    /// another one by now, or the centre's approvals may be. Nobody can replay it any more.
    private func restsOnWhatIsLost(_ proposal: ProposalEntry, _ desk: Desk) throws -> Bool {
        if !proposal.exemptionsApplied.isEmpty, endangered.contains(where: { $0.channel == .central }) { return true }
        return try proposal.cut.contains { line in
            try endangered.contains(line.log) && desk.database.root(of: line.log, at: line.size) != line.root
        }
    }

    private func restsOnWhatIsLost(_ settlement: SettlementCase, _ desk: Desk) throws -> Bool {
        let proposals = settlement.positions.compactMap(\.proposal?.body)
        return try proposals.contains { try restsOnWhatIsLost($0, desk) }
    }

    /// Nobody proposes anew what it stands by.
    private func proposedOnce(_ desk: Desk) throws {
        var standing: [String: ContentDigest] = [:]
        for said in desk.docket.settlements.proposals.sorted(by: { $0.record.reference < $1.record.reference }) {
            let proposal = said.record.body
            let of = "\(said.party.text) \(proposal.key.agreementDigest.hex) \(proposal.key.text)"
            guard standing[of] != proposal.settlementDigest else {
                throw Violation("proposed-again", "\(desk.name) \(said.record.reference.text)")
            }
            standing[of] = proposal.settlementDigest
        }
    }

    /// The kept docket is what the stored logs make, all of them, read in another order.
    private func rebuilds(_ desk: Desk) throws {
        if let unread = try Self.unread(desk.stored, in: desk.docket, of: desk.database) {
            throw Violation("docket-differs", "\(desk.name) \(unread)")
        }
        var anew = Docket(roster: desk.docket.roster)
        for head in desk.docket.heads.reversed() {
            let entries = try desk.database.read(head.log) { try $0.entries(0..<min(head.size, $0.size)) } ?? []
            anew.fold(entries, from: 0, head: head)
        }
        // Nothing that is due by the clock comes between.
        let now = Timestamp(secondsSinceEpoch: 1_700_000_000)
        let kept = SettlementDesk(desk.docket, viewer: desk.me, now: now).cases.map(Self.words)
        let made = SettlementDesk(anew, viewer: desk.me, now: now).cases.map(Self.words)
        guard kept == made else { throw Violation("docket-differs", desk.name) }
    }

    /// The first log of which a docket has read less than was stored; `nil` where there is none. What was stored of a
    /// log just before it was halted may wait.
    static func unread(
        _ stored: [(origin: LogOrigin, own: Bool, size: Int)], in docket: Docket, of database: LogDatabase
    ) throws -> String? {
        for log in stored {
            let read = docket.head(of: log.origin)?.size ?? 0
            if try read < log.size && database.finding(log.origin) == nil {
                return "has read \(read) of \(log.size) of \(log.origin.text)"
            }
        }
        return nil
    }

    /// A settlement as far as two dockets can be compared.
    static func words(_ settlement: SettlementCase) -> String {
        let digest = (try? settlement.own.get())?.digest.hex ?? "-"
        let places = settlement.positions.map {
            "\($0.proposal?.reference.text ?? "-")/\($0.acceptance?.reference.text ?? "-")"
        }
        return "\(settlement.key.periodText) \(settlement.state.rawValue) \(digest) \(places)"
    }
}
