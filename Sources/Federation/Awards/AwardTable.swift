public import Compensation

/// What is wrong with a yearly table of awards, looked at for itself and beside the rulings.
public struct AwardTable: Sendable {
    private let award: AwardEntry

    public init(_ award: AwardEntry) { self.award = award }

    /// What the lines sum to; `nil` when that does not fit.
    public var sum: Fen? { Fen.sum(award.lines.map(\.amount)) }
    /// Awards alone, in the zero sum.
    public var awarded: Fen? { Fen.sum(award.lines.map(\.amount).filter { $0.count > 0 }) }

    /// Empty for a table that may stand.
    public func findings(beside centre: CentreRegister) -> [LedgerFinding] {
        let subject = "\(award.basin) \(award.year.text)"
        var findings: [LedgerFinding] = []
        if sum != .zero {
            findings.append(LedgerFinding(.awardNotZero, subject, sum.map { "\($0.text) fen" } ?? "overflow"))
        }
        for (line, next) in zip(award.lines, award.lines.dropFirst()) where line.party == next.party {
            findings.append(LedgerFinding(.awardPartyTwice, subject, line.party.text))
        }
        for line in award.lines + award.outside where line.amount.count > 0 {
            guard let ruling = centre.cancels(.awards, of: line.party, award.basin, award.year) else { continue }
            findings.append(
                LedgerFinding(.awardCancelled, subject, "\(line.party.text) \(ruling.reference.text)"))
        }
        return findings
    }
}
