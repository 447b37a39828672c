import Compensation
import TransparencyLog

/// 数据截面 of an agreement's money: how much of the parties' logs in its channel a word of the centre rests on.
struct AgreementCut {
    enum Finding {
        /// Held here that far, and the same.
        case held
        /// The log that is not held that far.
        case waits(String)
        /// Not a log of the parties, or another history.
        case wrong
    }

    let lines: [CutLog]
    private let terms: AgreementTerms
    private let docket: Docket

    init(_ lines: [CutLog], of terms: AgreementTerms, _ docket: Docket) {
        self.lines = lines
        self.terms = terms
        self.docket = docket
    }

    /// The parties' logs in the agreement's channel, as far as held; without those that continue one that is not held,
    /// which nobody can count. What a party says in such a log is not verified either (`SettlementExamination`), so it
    /// keeps nobody from clearing.
    static func held(_ terms: AgreementTerms, _ docket: Docket) -> [CutLog] {
        terms.entry.parties.compactMap { docket.roster.member($0) }.flatMap { docket.heads(of: $0.node) }
            .filter { $0.log.channel == terms.entry.channel && docket.missingBefore($0.log) == nil }.sorted()
    }

    /// Compares the cut with what is held here; what comes first decides.
    func finding(_ history: any LogHistory) throws -> Finding {
        for line in lines {
            guard isOfParty(line.log) else { return .wrong }
            guard let head = docket.head(of: line.log), head.size >= line.size,
                let root = try history.root(of: line.log, at: line.size)
            else { return .waits(line.log.text) }
            guard root == line.root else { return .wrong }
        }
        return .held
    }

    /// Whether the cut has a log of every party, with the logs that they continue, and reaches over these places in
    /// the parties' logs: what is left out of it cannot be counted.
    ///
    /// Of a cut that is held here (`finding`) everybody says the same: which log continues which is what the first
    /// entries of the logs in the cut say, whether or not the logs that they name are held.
    func isWhole(over places: [EntryReference]) -> Bool { lacking(over: places) == nil }

    /// The first log that it would have to have, or to reach further into.
    func lacking(over places: [EntryReference]) -> String? {
        let nodes = terms.entry.parties.compactMap { docket.roster.member($0)?.node }
        if let node = nodes.first(where: { node in !lines.contains { $0.log.node == node } }) {
            return "\(node.text)/\(terms.entry.channel.text)"
        }
        let opened = docket.epochs.opened.first { opened in
            reaches(opened.reference.log, 1) && !reaches(opened.body.previous.log, 0)
        }
        if let opened { return opened.body.previous.log.text }
        return places.first { isOfParty($0.log) && !reaches($0.log, $0.index + 1) }?.log.text
    }

    /// Whether nothing of an earlier cut is left out.
    func reaches(over earlier: [CutLog]) -> Bool { earlier.allSatisfy { reaches($0.log, $0.size) } }

    private func reaches(_ log: LogOrigin, _ size: Int) -> Bool {
        lines.contains { $0.log == log && $0.size >= size }
    }

    private func isOfParty(_ log: LogOrigin) -> Bool {
        log.channel == terms.entry.channel
            && (docket.roster.member(log.node).map { terms.entry.parties.contains($0.code) } ?? false)
    }
}
