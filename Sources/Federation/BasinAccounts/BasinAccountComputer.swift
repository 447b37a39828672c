public import Compensation
public import TransparencyLog

/// Computes the unified accounting of a mainstem from the members' `common` logs. The centre computes it with all it
/// holds, a province with just the cut that the centre names.
public struct BasinAccountComputer: Sendable {
    private let docket: Docket
    private let history: any LogHistory

    public init(_ docket: Docket, history: any LogHistory) {
        self.docket = docket
        self.history = history
    }

    /// With everything held here.
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
        let cut = docket.heads.filter(Self.isCommon)
        return compute(basin, year, scheme, digest, values, cut, notApplied(scheme, cut))
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
        if let scheme = docket.agreements.scheme(entry.schemeDigest), let log = leftOut(scheme, record) {
            findings.append(LedgerFinding(.accountCut, subject, log.text))
        }
        switch try replay(entry) {
        case .failure(let obstacle) where obstacle.isOurs:
            findings.append(LedgerFinding(.accountNotHeld, subject, obstacle.detail))
        case .failure(let obstacle):
            findings.append(LedgerFinding(.accountNotComputable, subject, obstacle.detail))
        case .success(let own):
            if let difference = Self.difference(own.entry, entry) {
                findings.append(LedgerFinding(.accountDiffers, subject, difference))
            }
            if notApplied(own.scheme, entry.cut) != entry.correctionsNotApplied {
                findings.append(LedgerFinding(.accountCorrections, subject, ""))
            }
        }
        return findings
    }

    /// Exactly what the entry claims to have computed; needs every log of its cut.
    public func replay(_ entry: BasinAccountEntry) throws -> Result<BasinAccount, BasinAccountObstacle> {
        guard let scheme = docket.agreements.scheme(entry.schemeDigest) else {
            return .failure(.schemeUnknown(entry.schemeDigest))
        }
        for line in entry.cut {
            guard Self.isCommon(line) else { return .failure(.cutDiffers(line)) }
            guard let root = try history.root(of: line.log, at: line.size) else { return .failure(.cutNotHeld(line)) }
            guard root == line.root else { return .failure(.cutDiffers(line)) }
        }
        return compute(
            entry.basin, entry.year, scheme, entry.schemeDigest, entry.values.map(\.supplied), entry.cut,
            entry.correctionsNotApplied)
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

    private static func isCommon(_ head: CutLog) -> Bool { isCommon(head.log) }
    private static func isCommon(_ log: LogOrigin) -> Bool { log.channel == .common }

    /// A log that is no part of the cut although it had readings of the year when the centre computed; the first in
    /// canonical order.
    private func leftOut(_ scheme: Scheme, _ record: EntryRecord<BasinAccountEntry>) -> LogOrigin? {
        scheme.sections.flatMap { section in
            docket.readings.logs(
                with: section.id, in: scheme.looksBeyondPeriod ? nil : record.body.year, before: record.at)
        }.filter { log in Self.isCommon(log) && !record.body.cut.contains { $0.log == log } }.min()
    }

    /// A correction counts for the whole basin once a second member, neighbour or centre, stands by it where the cut
    /// has it: what is said later changes no account that was signed.
    private func notApplied(_ scheme: Scheme, _ cut: [CutLog]) -> [EntryReference] {
        func has(_ place: EntryReference) -> Bool { cut.contains { $0.log == place.log && place.index < $0.size } }
        return docket.readings.correctionRecords.filter { correction in
            has(correction.record.reference) && !correction.endorsements.contains(where: has)
                && scheme.sections.contains { $0.id == correction.record.body.section }
        }.map(\.record.reference).sorted()
    }

    private func compute(
        _ basin: String, _ year: Period, _ scheme: Scheme, _ digest: ContentDigest, _ values: [SuppliedValue],
        _ cut: [CutLog], _ notApplied: [EntryReference]
    ) -> Result<BasinAccount, BasinAccountObstacle> {
        let view = RecordView(cut: cut, correctionsNotApplied: notApplied)
        var readings: [Reading] = []
        for section in scheme.sections.sorted(by: { $0.id < $1.id }) {
            let found = docket.readings.readings(
                of: section.id, in: scheme.looksBeyondPeriod ? nil : year, view: view)
            if let conflict = found.conflicts.first { return .failure(.conflict(conflict)) }
            readings += found.versions.compactMap { $0.content.reading(of: $0.section) }
        }
        let settlement: Settlement
        switch scheme.settle(period: year, readings: readings, supplied: values) {
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
            basin: basin, year: year, schemeDigest: digest, cut: cut, correctionsNotApplied: notApplied,
            values: values.map(StatedValue.init), accountDigest: document.digest, lines: lines)
        return .success(
            BasinAccount(basin: basin, year: year, scheme: scheme, settlement: settlement, entry: entry))
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
