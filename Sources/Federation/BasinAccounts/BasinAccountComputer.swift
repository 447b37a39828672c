public import Compensation
public import TransparencyLog

/// Computes the unified accounting of a mainstem from the members' `common` logs. The centre computes it with all it
/// holds that concerns the scheme's sections, a province with just the cut that the centre names.
public struct BasinAccountComputer: Sendable {
    private let docket: Docket
    private let history: any LogHistory

    public init(_ docket: Docket, history: any LogHistory) {
        self.docket = docket
        self.history = history
    }

    /// With everything held here that concerns the scheme's sections.
    public func compute(
        _ basin: String, _ year: Period, scheme digest: ContentDigest, values: [SuppliedValue]
    ) -> Result<BasinAccount, BasinAccountObstacle> {
        guard let scheme = docket.agreements.scheme(digest) else { return .failure(.schemeUnknown(digest)) }
        return compute(basin, year, scheme, digest, values)
    }

    /// The same for a scheme that is not in a log yet.
    public func compute(
        _ basin: String, _ year: Period, _ scheme: Scheme, _ digest: ContentDigest, _ values: [SuppliedValue]
    ) -> Result<BasinAccount, BasinAccountObstacle> {
        let all = scope(scheme, year, docket.heads.filter { $0.log.channel == .common }, before: nil)
        let logs = all.logs
        let cut = all.cut.filter { logs.contains($0.log) }
        let scope = scope(scheme, year, cut, before: nil)
        let notApplied = scope.correctionsNotApplied
        guard cut.count <= BasinAccountEntry.mostLogs, notApplied.count <= BasinAccountEntry.mostCorrections else {
            return .failure(.cutTooLong(logs: cut.count, corrections: notApplied.count))
        }
        return compute(basin, scope, digest, values, notApplied)
    }

    /// What is wrong with the centre's table, and whether it can be told yet.
    public func findings(_ record: EntryRecord<BasinAccountEntry>) throws -> [LedgerFinding] {
        let entry = record.body
        let subject = "\(entry.basin) \(entry.year.text)"
        var findings: [LedgerFinding] = []
        let sum = Fen.sum(entry.lines.map(\.amount))
        if sum != .zero {
            findings.append(LedgerFinding(.accountNotZero, subject, sum.map { "\($0.text) fen" } ?? "overflow"))
        }
        if let scheme = docket.agreements.scheme(entry.schemeDigest),
            let place = try leftOut(scope(scheme, record), record.reference)
        {
            findings.append(LedgerFinding(.accountCut, subject, place.text))
        }
        switch try replay(record) {
        case .failure(let obstacle) where obstacle.isOurs:
            findings.append(LedgerFinding(.accountNotHeld, subject, obstacle.detail))
        case .failure(let obstacle):
            findings.append(LedgerFinding(.accountNotComputable, subject, obstacle.detail))
        case .success(let own):
            if let difference = Self.difference(own.entry, entry) {
                findings.append(LedgerFinding(.accountDiffers, subject, difference))
            }
            if scope(own.scheme, record).correctionsNotApplied != entry.correctionsNotApplied {
                findings.append(LedgerFinding(.accountCorrections, subject, ""))
            }
        }
        return findings
    }

    /// Exactly what the entry claims to have computed; needs every log of its cut that has a say in it.
    public func replay(
        _ record: EntryRecord<BasinAccountEntry>
    ) throws -> Result<BasinAccount, BasinAccountObstacle> {
        let entry = record.body
        guard let scheme = docket.agreements.scheme(entry.schemeDigest) else {
            return .failure(.schemeUnknown(entry.schemeDigest))
        }
        let scope = scope(scheme, record)
        for line in entry.cut {
            guard line.log.channel == .common else { return .failure(.cutDiffers(line)) }
            guard let root = try history.root(of: line.log, at: line.size) else {
                // Of somebody who has no say in it: nothing is missing. Of whom this node does not know, it cannot tell.
                guard scope.concerns(line.log) || docket.roster.member(line.log.node) == nil else { continue }
                return .failure(.cutNotHeld(line))
            }
            guard root == line.root else { return .failure(.cutDiffers(line)) }
        }
        return compute(
            entry.basin, scope, entry.schemeDigest, entry.values.map(\.supplied), entry.correctionsNotApplied)
    }

    private func scope(
        _ scheme: Scheme, _ year: Period, _ cut: [CutLog], before place: EntryReference?
    ) -> MainstemScope {
        MainstemScope(docket: docket, scheme: scheme, year: year, cut: cut, place: place)
    }

    private func scope(_ scheme: Scheme, _ record: EntryRecord<BasinAccountEntry>) -> MainstemScope {
        scope(scheme, record.body.year, record.body.cut, before: record.reference)
    }

    /// The first line that differs, then the digest.
    private static func difference(_ own: BasinAccountEntry, _ other: BasinAccountEntry) -> String? {
        let parties = (own.lines + other.lines).map(\.party).sorted()
        for party in parties {
            let (here, there) = (own.lines.first { $0.party == party }, other.lines.first { $0.party == party })
            if here?.amount != there?.amount {
                return "\(party.text) \(there?.amount.text ?? "-"), here \(here?.amount.text ?? "-") fen"
            }
        }
        return own.accountDigest == other.accountDigest
            ? nil : "\(other.accountDigest.hex.prefix(16)), here \(own.accountDigest.hex.prefix(16))"
    }

    /// An entry that the accounting has to take in, that its cut leaves out, and that the centre had seen when it said
    /// it; the first in canonical order. What the centre's log does not prove it to have seen is not held against it.
    private func leftOut(_ scope: MainstemScope, _ place: EntryReference) throws -> EntryReference? {
        let outside = scope.places.filter { !scope.includes($0) }
        guard !outside.isEmpty else { return nil }
        let sight = CentreSight(docket, history: history, before: place, cut: scope.cut)
        var seen: (log: LogOrigin, size: Int)?
        for entry in outside {
            if seen?.log != entry.log { seen = (entry.log, try sight.size(of: entry.log)) }
            if let seen, entry.index < seen.size { return entry }
        }
        return nil
    }

    private func compute(
        _ basin: String, _ scope: MainstemScope, _ digest: ContentDigest, _ values: [SuppliedValue],
        _ notApplied: [EntryReference]
    ) -> Result<BasinAccount, BasinAccountObstacle> {
        let (scheme, year) = (scope.scheme, scope.year)
        let record: MainstemReadings
        do throws(BasinAccountObstacle) {
            record = try MainstemReadings(scope, correctionsNotApplied: notApplied)
        } catch {
            return .failure(error)
        }
        let settlement: Settlement
        switch scheme.settle(period: year, readings: record.readings, supplied: values) {
        case .notComputable(let obstacle): return .failure(.scheme(obstacle))
        case .settled(let settled): settlement = settled
        }
        var lines: [PartyAmount] = []
        for party in scheme.parties.map(\.code).sorted() {
            guard let amount = Self.net(of: party, settlement.transfers) else { return .failure(.tooLarge) }
            lines.append(PartyAmount(party: party, amount: amount))
        }
        let document = BasinAccountDocument(settlement, basin: basin, schemeDigest: digest)
        let entry = BasinAccountEntry(
            basin: basin, year: year, schemeDigest: digest, cut: scope.cut, correctionsNotApplied: notApplied,
            values: values.map(StatedValue.init), accountDigest: document.digest, lines: lines)
        return .success(
            BasinAccount(
                basin: basin, year: year, scheme: scheme, settlement: settlement, entry: entry,
                leftOut: record.leftOut))
    }

    private static func net(of party: PartyCode, _ transfers: [Transfer]) -> Fen? {
        var net: Fen? = .zero
        for transfer in transfers {
            if transfer.payee == party { net = net.flatMap { $0.adding(transfer.amount) } }
            if transfer.payer == party { net = net.flatMap { $0.subtracting(transfer.amount) } }
        }
        return net
    }
}
