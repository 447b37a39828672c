import Compensation
import Federation
import NodeStore

/// What a month of a simulated river comes to, worked out from the entries by the words of its scheme alone.
///
/// Of the file that operators import only the permanganate index can be worse than class Ⅱ, so the month is class Ⅲ or
/// better where its mean is at most 6 mg/L (GB 3838-2002 table 1).
struct SecondOpinion {
    private static let index = "codmn"
    private static let monthlyFen: Int64 = 40_000_000
    private static let limitTenths: Int64 = 60

    private let rivers: [River]
    private let docket: Docket
    /// Who looks: of its own words it holds all.
    private let viewer: PartyCode
    private let told: EntriesTold

    init(_ rivers: [River], _ docket: Docket, _ viewer: PartyCode, _ told: EntriesTold) {
        self.rivers = rivers
        self.docket = docket
        self.viewer = viewer
        self.told = told
    }

    /// What is wrong with a proposal of `party`; `nil` where nothing is, or what it rests on is not held here.
    func objection(to proposal: ProposalEntry, of party: PartyCode) throws -> String? {
        guard let river = rivers.first(where: { $0.agreement == proposal.key.agreement.text }),
            let month = try month(of: river, Basis(proposal))
        else { return nil }
        if party == viewer, let misused = month.corrections.first(where: { $0.isMisused(in: proposal, of: party) }) {
            return "correction \(misused.place.text)"
        }
        guard let fen = month.fen else { return "settles what contradicts itself" }
        var owed = fen
        if let preceding = proposal.key.preceding {
            guard let terms = docket.agreements.terms.first(where: { $0.digest == preceding.agreementDigest }),
                let recorded = VerifiedSettlement(preceding, terms, docket.settlements)?.proposal,
                let before = try self.month(of: river, Basis(recorded))?.fen
            else { return nil }
            owed -= before
        }
        let (payer, payee) = owed < 0 ? (river.upstream, river.downstream) : (river.downstream, river.upstream)
        let due = owed == 0 ? [] : ["\(payer.code) \(payee.code) \(abs(owed))"]
        let said = proposal.transfers.map { "\($0.payer.text) \($0.payee.text) \($0.amount.count)" }
        return said == due ? nil : "says \(said), \(due) is due"
    }

    /// What is missing, when everything has been said, of a month that the viewer is a party to: what is on record and
    /// what the viewer proposes beyond it come to what the logs say by now; `nil` where nothing is missing, where nothing
    /// is proposed or where the logs contradict each other.
    func omission(in settlements: [SettlementCase]) throws -> String? {
        let last = settlements.reversed().lazy.compactMap { proposal(in: $0) }.first
        guard let last, let river = rivers.first(where: { $0.agreement == last.key.agreement.text }) else { return nil }
        var basis = Basis(last)
        basis.cut = docket.heads
        guard let all = try month(of: river, basis) else { return nil }
        // What is on record is touched only by what all stand by.
        let deciding = settlements.first?.verified == nil ? [viewer] : settlements[0].terms.entry.parties
        basis.correctionsNotApplied = all.corrections.filter { !deciding.allSatisfy($0.counts) }.map(\.place)
        guard let fen = try month(of: river, basis)?.fen else { return nil }
        let said = settlements.compactMap { proposal(in: $0) }.flatMap(\.transfers).reduce(into: Int64(0)) {
            $0 += $1.payer.text == river.downstream.code ? $1.amount.count : -$1.amount.count
        }
        return said == fen ? nil : "\(last.key.text): \(said) said, \(fen) is due"
    }

    /// What is on record, or else what the viewer stands by.
    private func proposal(in settlement: SettlementCase) -> ProposalEntry? {
        settlement.verified?.proposal ?? settlement.positions.first { $0.party == viewer }?.proposal?.body
    }

    /// What a month is worked out from.
    private struct Basis {
        var cut: [CutLog]
        var correctionsNotApplied: [EntryReference]
        let exemptionsApplied: [EntryReference]
        let key: SettlementKey

        init(_ proposal: ProposalEntry) {
            cut = proposal.cut
            correctionsNotApplied = proposal.correctionsNotApplied
            exemptionsApplied = proposal.exemptionsApplied
            key = proposal.key
        }
    }

    /// A month as a cut has it.
    private struct Month {
        /// What the downstream party owes the upstream one; `nil` where the readings contradict each other.
        var fen: Int64?
        let corrections: [Correction]
    }

    private struct Correction {
        let place: EntryReference
        let author: PartyCode
        let endorsers: [PartyCode]
        let rows: [ReadingChange]
        let isLeftOut: Bool

        func counts(for party: PartyCode) -> Bool { author == party || endorsers.contains(party) }

        /// Used though neither said nor endorsed by who proposes, or left out though its own.
        func isMisused(in proposal: ProposalEntry, of party: PartyCode) -> Bool {
            guard !rows.isEmpty else { return false }
            return isLeftOut
                ? author == party && proposal.key.adjustment == nil : !counts(for: party)
        }
    }

    private func month(of river: River, _ basis: Basis) throws -> Month? {
        var stated: [(time: CivilTime, values: [ReadingContent])] = []
        var corrections: [Correction] = []
        for part in basis.cut {
            guard let entries = try told.entries(of: part.log, to: part.size),
                let author = docket.roster.member(part.log.node)?.code
            else { return nil }
            for (index, entry) in entries.enumerated() {
                switch entry {
                case .readings(let entry) where entry.section.text == river.section:
                    for row in entry.rows where basis.key.period.contains(row.time) {
                        let place = stated.firstIndex { $0.time == row.time } ?? stated.endIndex
                        if place == stated.endIndex { stated.append((row.time, [])) }
                        stated[place].values.append(row)
                    }
                case .readingsCorrection(let entry) where entry.section.text == river.section:
                    let place = EntryReference(log: part.log, index: index)
                    corrections.append(
                        Correction(
                            place: place, author: author, endorsers: try told.endorsers(of: place, docket),
                            rows: entry.rows.filter { basis.key.period.contains($0.old.time) },
                            isLeftOut: basis.correctionsNotApplied.contains(place)))
                default: break
                }
            }
        }
        for place in basis.exemptionsApplied {
            guard try told.entries(of: place.log, to: place.index + 1) != nil else { return nil }
        }
        if try isExempted(basis) { return Month(fen: 0, corrections: corrections) }
        let applied = corrections.filter { !$0.isLeftOut }
        var tenths: [Int64] = []
        for (time, values) in stated {
            let changes = applied.flatMap { correction in
                correction.rows.filter { $0.old.time == time }.map { (correction.author, $0) }
            }
            guard let last = values.lazy.compactMap({ Self.outcome(of: $0, changes, values) }).first else {
                return Month(fen: nil, corrections: corrections)
            }
            tenths.append(try Self.tenths(last))
        }
        return Month(fen: Self.fen(tenths), corrections: corrections)
    }

    /// What becomes of a statement by the corrections, in the order of logs; `nil` where two parties make different
    /// things of it, or another statement is none of what it was or became.
    private static func outcome(
        of statement: ReadingContent, _ changes: [(author: PartyCode, change: ReadingChange)],
        _ statements: [ReadingContent]
    ) -> ReadingContent? {
        var open = changes
        var story = [statement]
        while let next = open.firstIndex(where: { $0.change.old.sameMeasurement(as: story[story.count - 1]) }) {
            let step = open.remove(at: next)
            let rivals = open.filter { $0.author != step.author && $0.change.old.sameMeasurement(as: step.change.old) }
            guard rivals.allSatisfy({ $0.change.new.sameMeasurement(as: step.change.new) }) else { return nil }
            story.append(step.change.new)
        }
        let isWhole = statements.allSatisfy { said in story.contains { $0.sameMeasurement(as: said) } }
        return isWhole ? story.last : nil
    }

    /// 40 万元 × mean ÷ 7 mg/L, half up to the fen; nothing without readings.
    private static func fen(_ tenths: [Int64]) -> Int64 {
        guard !tenths.isEmpty else { return 0 }
        let (sum, count) = (tenths.reduce(0, +), Int64(tenths.count))
        let (numerator, denominator) = (monthlyFen * sum, 70 * count)
        let amount = (2 * numerator + denominator) / (2 * denominator)
        return sum <= limitTenths * count ? amount : -amount
    }

    /// Whether finance and environment have both approved a request for this month that the basis names.
    private func isExempted(_ basis: Basis) throws -> Bool {
        let words = try basis.exemptionsApplied.compactMap { place -> ExemptionApprovalEntry? in
            guard case .exemptionApproval(let word) = try told.entry(at: place), word.decision == .approved else {
                return nil
            }
            return word
        }
        return try words.contains { word in
            guard case .exemptionRequest(let request) = try told.entry(at: word.request),
                request.key == basis.key.adjusted(nil)
            else { return false }
            return Set(words.filter { $0.request == word.request }.map(\.office)).count == 2
        }
    }

    /// - Throws: `HarnessProblem` for a value that no simulated operator types: exactly one decimal.
    private static func tenths(_ row: ReadingContent) throws -> Int64 {
        guard let text = row.values.first(where: { $0.indicator.code == index })?.value.text else {
            throw HarnessProblem("a reading without \(index)")
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 1, parts.joined().allSatisfy(\.isASCII), let whole = Int64(parts[0]),
            let tenth = Int64(parts[1]), (0..<1000).contains(whole), (0...9).contains(tenth)
        else { throw HarnessProblem("not a value with one decimal: \(text)") }
        return whole * 10 + tenth
    }
}
