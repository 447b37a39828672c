import Compensation
import TransparencyLog

/// What the centre's own log proves it to have seen of a member's log before a place in it. The times that entries
/// state are anybody's word; positions are not.
///
/// It has seen so much of a log as an earlier accounting of it names in its cut, as a proposal has in its cut whose
/// settlement it has verified, and as it has pointed to: notices it has ruled on, sections it has cleared by, and
/// corrections it has endorsed inside the cut in question. A size that the centre names with another root than ours
/// proves nothing about our entries.
struct CentreSight {
    private let history: any LogHistory
    /// What its cuts say of `common` logs.
    private let lines: [CutLog]
    private let pointers: [EntryReference]

    /// What it had seen when it said the entry at `place`, which names `cut`.
    init(_ docket: Docket, history: any LogHistory, before place: EntryReference, cut: [CutLog]) {
        self.history = history
        let verdicts = docket.settlements.verdicts.filter { $0.reference < place && $0.body.conclusion == .verified }
        let proposals = verdicts.flatMap { verdict in
            docket.settlements.acceptances(of: verdict.body.key)
                .filter { verdict.body.acceptances.contains($0.reference) }
                .compactMap { docket.settlements.proposal(at: $0.record.body.proposal) }
        }
        let accounts = docket.centre.accounts.filter { $0.reference < place }
        lines = (accounts.flatMap(\.body.cut) + proposals.flatMap(\.record.body.cut))
            .filter { $0.log.channel == .common }
        let rulings = docket.centre.rulings.filter { $0.reference < place }.map(\.body.incident)
        let clearings = docket.agreements.terms.flatMap { docket.clearings.clearings[$0.key] }
            .filter { $0.reference < place }.flatMap(\.body.sections)
        let centre = docket.roster.centre?.node
        let endorsed = docket.readings.correctionRecords.filter { correction in
            correction.endorsements.contains { said in
                said.log.node == centre && cut.contains { $0.includes(said) }
            }
        }
        pointers = rulings + clearings + endorsed.map(\.record.reference)
    }

    /// How many entries of a `common` log. Throws `LogHistory`'s errors.
    func size(of log: LogOrigin) throws -> Int {
        var size = pointers.filter { $0.log == log }.map { $0.index + 1 }.max() ?? 0
        for line in lines.filter({ $0.log == log }).sorted(by: { $0.size > $1.size }) {
            guard line.size > size else { break }
            if try history.root(of: log, at: line.size) == line.root { size = line.size }
        }
        return size
    }
}
