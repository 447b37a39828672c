import Compensation
import Federation
import GRDB
import TransparencyLog

/// Turns one entry into rows.
struct ViewWriter {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func write(_ place: EntryReference, _ bytes: [UInt8]) throws {
        guard let signed = try? SignedEntry(bytes: bytes, foundIn: place.log) else {
            return try insert("entry", place, ["not-understood", nil])
        }
        try insert("entry", place, [signed.entry.kind, signed.at.text])
        switch signed.entry {
        case .section(let entry):
            try insert(
                "section", place,
                [
                    entry.section.text, entry.name(.zh), entry.name(.en), entry.river, entry.basin,
                    entry.bodyType.rawValue, entry.controlLevel.rawValue, entry.upstream.text, entry.downstream.text,
                ])
        case .readings(let entry):
            for (row, content) in entry.rows.enumerated() {
                try reading(place, row, entry.section.text, entry.source, content, correction: nil)
            }
        case .readingsCorrection(let entry):
            for (row, change) in entry.rows.enumerated() {
                try reading(place, row, entry.section.text, entry.source, change.new, correction: entry.reason)
            }
        case .agreement(let entry):
            try insert(
                "agreement", place,
                [
                    entry.agreement.text, entry.digest.hex, entry.channel.text, entry.schemeDigest.hex,
                    entry.validFrom.text, entry.validTo.text,
                ])
        case .agreementSignature(let entry):
            try agreement(place, signed.entry.kind, entry.agreement, entry.agreementDigest)
        case .agreementFiling(let entry):
            try agreement(place, signed.entry.kind, entry.agreement, entry.agreementDigest)
        case .agreementFiled(let entry):
            try agreement(place, signed.entry.kind, entry.agreement, entry.agreementDigest, entry.filing.text)
        case .agreementEnd(let entry):
            try agreement(
                place, signed.entry.kind, entry.agreement, entry.agreementDigest,
                "\(entry.lastPeriod.text) \(entry.reason)")
        case .proposal(let entry): try statement(place, signed.entry.kind, entry.key, entry.settlementDigest.hex)
        case .acceptance(let entry): try statement(place, signed.entry.kind, entry.key, entry.settlementDigest.hex)
        case .objection(let entry):
            try statement(place, signed.entry.kind, entry.key, entry.ownSettlementDigest?.hex)
        case .facts(let entry):
            for (row, fact) in entry.values.enumerated() {
                try insert(
                    "fact", place,
                    [
                        row, entry.key.agreement.text, entry.key.period.text, fact.name.text, fact.value,
                        entry.source,
                    ])
            }
        case .factsEndorsement(let entry):
            try insert("endorsement", place, [signed.entry.kind, entry.facts.log.text, entry.facts.index, nil])
        case .readingsEndorsement(let entry):
            try insert(
                "endorsement", place, [signed.entry.kind, entry.subject.log.text, entry.subject.index, nil])
        case .exemptionRequest(let entry):
            for (row, fact) in entry.facts.enumerated() {
                try insert(
                    "exemption", place,
                    [row, entry.key.agreement.text, entry.key.period.text, fact.text, entry.reason])
            }
        case .exemptionApproval(let entry):
            try insert(
                "endorsement", place,
                [
                    signed.entry.kind, entry.request.log.text, entry.request.index,
                    "\(entry.office.rawValue) \(entry.decision.rawValue)",
                ])
        case .verdict(let entry):
            try statement(
                place, signed.entry.kind, entry.key, entry.settlementDigest.hex, entry.conclusion.rawValue)
        case .reward(let entry): try ledger(place, signed.entry.kind, entry.line)
        case .deduction(let entry): try ledger(place, signed.entry.kind, entry.line)
        case .levy, .levyCharge, .incident, .incidentRuling, .award, .basinAccount:
            try CentreViewWriter(db, place).write(signed.entry)
        case .clearing, .forcedDeduction, .payment, .paymentReceived, .inKind, .inKindAcceptance, .split, .fundUse,
            .fundReport:
            try money(place, signed.entry)
        case .node, .keyRotation, .keyCountersignature, .keyRetirement, .epochOpened, .epochClosed, .scheme:
            break
        }
    }

    func insert(_ table: String, _ place: EntryReference, _ values: [(any DatabaseValueConvertible)?]) throws {
        let marks = Array(repeating: "?", count: values.count + 2).joined(separator: ", ")
        let statement = try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
        try statement.execute(arguments: StatementArguments([place.log.text, place.index] + values))
    }

    private func reading(
        _ place: EntryReference, _ row: Int, _ section: String, _ source: String, _ content: ReadingContent,
        correction: String?
    ) throws {
        try insert(
            "reading", place,
            [
                row, section, source, content.time.text, content.status.rawValue, correction,
                content.publishedClass?.symbol,
            ])
        for value in content.values {
            try insert("reading_value", place, [row, value.indicator.code, value.value.text])
        }
    }

    private func agreement(
        _ place: EntryReference, _ kind: String, _ agreement: AgreementID, _ digest: ContentDigest,
        _ detail: String? = nil
    ) throws {
        try insert("agreement_word", place, [kind, agreement.text, digest.hex, detail])
    }

    private func statement(
        _ place: EntryReference, _ kind: String, _ key: SettlementKey, _ digest: String?, _ conclusion: String? = nil
    ) throws {
        try insert("statement", place, [kind, key.agreement.text, key.periodText, digest, conclusion])
    }

    private func ledger(_ place: EntryReference, _ kind: String, _ line: LedgerLine) throws {
        try insert(
            "ledger", place,
            [
                kind, line.key.agreement.text, line.key.periodText, line.party.text, line.amount.count, line.basin,
            ])
    }
}
