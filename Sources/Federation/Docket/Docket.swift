import Compensation
import TransparencyLog

/// What has been said, folded from verified entries of all logs. The state depends on the set of entries only,
/// never on the order in which logs arrived.
public struct Docket: Sendable {
    public let roster: Roster
    public private(set) var sections = SectionRegister()
    public private(set) var readings = ReadingRegister()
    public private(set) var agreements = AgreementRegister()
    public private(set) var settlements = SettlementRegister()
    public private(set) var ledger = LedgerRegister()
    public private(set) var notUnderstood = UnknownEntries()
    /// How far each log has been folded, sorted by log.
    public private(set) var heads: [CutLog] = []

    public init(roster: Roster) { self.roster = roster }

    /// Folds the entries of a batch, then remembers the head it reached.
    public mutating func fold(_ entries: [[UInt8]], from start: Int, head: CutLog) {
        for (offset, bytes) in entries.enumerated() {
            fold(EntryReference(log: head.log, index: start + offset), bytes)
        }
        if let position = heads.firstIndex(where: { $0.log == head.log }) {
            heads[position] = head
        } else {
            heads.append(head)
            heads.sort()
        }
    }

    private mutating func fold(_ reference: EntryReference, _ bytes: [UInt8]) {
        guard let author = roster.member(reference.log.node) else { return }
        let signed: SignedEntry
        do {
            signed = try SignedEntry(bytes: bytes, foundIn: reference.log)
        } catch {
            notUnderstood.add(reference, error)
            return
        }
        func record<Body>(_ body: Body) -> EntryRecord<Body> {
            EntryRecord(reference: reference, at: signed.at, body: body)
        }
        let isCentre = author.role == .centre
        switch signed.entry {
        case .node: break
        case .section(let entry): sections.fold(record(entry))
        case .readings(let entry): readings.fold(record(entry))
        case .readingsCorrection(let entry): readings.fold(record(entry), by: author.code)
        case .readingsEndorsement(let entry): readings.fold(record(entry), by: author.code)
        case .scheme(let entry): agreements.fold(record(entry))
        case .agreement(let entry): agreements.fold(record(entry), by: author.code)
        case .agreementSignature(let entry): agreements.fold(record(entry), by: author.code)
        case .proposal(let entry): settlements.fold(record(entry), by: author.code)
        case .acceptance(let entry): settlements.fold(record(entry), by: author.code)
        case .objection(let entry): settlements.fold(record(entry), by: author.code)
        // The ledger is the centre's: the same words in a province's log are an assertion, not a record.
        case .verdict(let entry): if isCentre { settlements.fold(record(entry)) }
        case .reward(let entry): if isCentre { ledger.reward(record(entry.line)) }
        case .deduction(let entry): if isCentre { ledger.deduct(record(entry.line)) }
        }
    }

    public func head(of log: LogOrigin) -> CutLog? { heads.first { $0.log == log } }
}
