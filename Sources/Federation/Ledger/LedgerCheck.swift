import Compensation
import TransparencyLog

/// Recomputes the centre's ledger from what was said, as far as this node holds it, and lists what does not follow.
/// What others agreed among themselves cannot be seen here and is left to them and the centre.
public struct LedgerCheck: Sendable {
    private let docket: Docket
    private let history: any LogHistory
    private let now: Timestamp

    public init(_ docket: Docket, history: any LogHistory, now: Timestamp) {
        self.docket = docket
        self.history = history
        self.now = now
    }

    /// In order: verdicts and lines of `cases`, levies, surcharges, rulings, awards, the unified accounting.
    public func findings(_ cases: [SettlementCase]) throws -> [LedgerFinding] {
        try verdicts(cases) + lines(cases) + levies + surcharges() + rulings + awards + accounts()
    }

    private func verdicts(_ cases: [SettlementCase]) throws -> [LedgerFinding] {
        let examination = SettlementExamination(docket, history: history)
        var findings: [LedgerFinding] = []
        for settlement in cases {
            let invented = docket.settlements.verdicts(of: settlement.key).first {
                $0.body.conclusion == .verified
                    && VerifiedSettlement($0, settlement.terms, docket.settlements) == nil
            }
            if let invented {
                findings.append(
                    LedgerFinding(.verdictNotAccepted, Self.subject(settlement.key), invented.reference.text))
            }
            guard let verdict = settlement.verdict, let digest = settlement.agreedDigest,
                verdict.body.settlementDigest == digest, let own = try examination.finding(settlement, digest),
                own.conclusion != verdict.body.conclusion
            else { continue }
            findings.append(
                LedgerFinding(
                    .verdictDiffers, Self.subject(settlement.key),
                    "\(verdict.body.conclusion.rawValue), here \(own.conclusion.rawValue) \(verdict.reference.text)"))
        }
        return findings
    }

    private func lines(_ cases: [SettlementCase]) -> [LedgerFinding] {
        var findings: [LedgerFinding] = []
        for settlement in cases {
            let isVerified = settlement.verdict?.body.conclusion == .verified
            if isVerified, settlement.ledger == .differs {
                findings.append(LedgerFinding(.linesDiffer, Self.subject(settlement.key), ""))
            } else if isVerified, settlement.ledger == .absent {
                findings.append(LedgerFinding(.linesMissing, Self.subject(settlement.key), ""))
            } else if !isVerified, let line = docket.ledger.firstLine(of: settlement.key) {
                findings.append(LedgerFinding(.lineUnearned, Self.subject(settlement.key), line.text))
            }
        }
        return findings
    }

    private var levies: [LedgerFinding] {
        let desk = LevyDesk(docket, now: now)
        var seen = Pigeonholes<LevyPair, EntryRecord<LevyChargeEntry>>()
        return docket.centre.charges.flatMap { record -> [LedgerFinding] in
            let charge = record.body
            let subject = "\(charge.pair.section.text) \(charge.month.text)"
            defer { seen.place(record, under: charge.pair.regardless) }
            var findings: [LedgerFinding] = []
            if seen[charge.pair.regardless].contains(where: { $0.body.month == charge.month }) {
                findings.append(LedgerFinding(.levyTwice, subject, record.reference.text))
            }
            let rule = desk.rule(for: charge.pair, in: charge.month, before: record.reference)
            if rule.map({
                $0.record.reference != charge.levy || $0.pair != charge.pair
                    || $0.record.body.shares(of: $0.pair) != charge.shares
            }) ?? true {
                findings.append(LedgerFinding(.levyDiffers, subject, record.reference.text))
            }
            if !desk.isOwed(charge.pair, charge.month) {
                findings.append(LedgerFinding(.levyNotOwed, subject, record.reference.text))
            }
            return findings
        }
    }

    private func surcharges() throws -> [LedgerFinding] {
        try LedgerReader.surcharges(docket, history: history).filter {
            $0.standing == .unfounded && $0.amount.count > 0
        }
        .map { LedgerFinding(.surchargeNotOwed, $0.subject, $0.place.text) }
    }

    private var rulings: [LedgerFinding] {
        docket.centre.standingRulings.compactMap { record in
            let place = record.body.incident
            // A notice in a log that is not followed here may well be there.
            guard let head = docket.head(of: place.log), place.index < head.size,
                docket.incidents.incident(at: place) == nil
            else { return nil }
            return LedgerFinding(.rulingWithoutIncident, record.reference.text, place.text)
        }
    }

    private var awards: [LedgerFinding] {
        docket.centre.awards.filter {
            docket.centre.award($0.body.basin, $0.body.year)?.reference == $0.reference
        }.flatMap { AwardTable($0.body).findings(beside: docket.centre) }
    }

    private func accounts() throws -> [LedgerFinding] {
        let computer = BasinAccountComputer(docket, history: history)
        return try docket.centre.accounts.filter {
            docket.centre.account($0.body.basin, $0.body.year)?.reference == $0.reference
        }.flatMap { try computer.findings($0) }
    }

    private static func subject(_ key: SettlementKey) -> String { key.text }
}
