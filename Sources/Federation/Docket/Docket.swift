import Compensation
import TransparencyLog

/// What has been said, folded from verified entries of all logs. The state depends on the set of entries only,
/// never on the order in which logs arrived.
public struct Docket: Sendable {
    public let roster: Roster
    public private(set) var keys: KeyRegister
    public private(set) var epochs = EpochRegister()
    public private(set) var sections = SectionRegister()
    public private(set) var readings = ReadingRegister()
    public private(set) var agreements = AgreementRegister()
    public private(set) var facts = FactRegister()
    public private(set) var exemptions = ExemptionRegister()
    public private(set) var settlements = SettlementRegister()
    public private(set) var ledger = LedgerRegister()
    public private(set) var centre = CentreRegister()
    public private(set) var incidents = IncidentRegister()
    private(set) var clearings = ClearingRegister()
    private(set) var payments = PaymentRegister()
    public private(set) var notUnderstood = UnknownEntries()
    /// How far each log has been folded, sorted by log.
    public private(set) var heads: [CutLog] = []

    public init(roster: Roster) {
        self.roster = roster
        keys = KeyRegister(roster: roster)
    }

    /// Folds the entries of a batch, then remembers the head it reached. `stretch` is told of each.
    public mutating func fold(
        _ entries: [[UInt8]], from start: Int, head: CutLog, marking stretch: inout FoldedStretch
    ) {
        for (offset, bytes) in entries.enumerated() {
            stretch.add(isKept: fold(EntryReference(log: head.log, index: start + offset), bytes))
        }
        reach(head)
    }

    /// Folds one entry that brings its log to `head`.
    public mutating func fold(
        _ signed: SignedEntry, at reference: EntryReference, head: CutLog, marking stretch: inout FoldedStretch
    ) {
        fold(signed, reference)
        stretch.add(isKept: true)
        reach(head)
    }

    /// Folds the entries of a batch, then remembers the head it reached.
    public mutating func fold(_ entries: [[UInt8]], from start: Int, head: CutLog) {
        for (offset, bytes) in entries.enumerated() {
            fold(EntryReference(log: head.log, index: start + offset), bytes)
        }
        reach(head)
    }

    /// All of `stretch` that has to be read again has been folded; `head` is the log at its end.
    public mutating func pass(_ stretch: FoldedStretch, head: CutLog) {
        if roster.member(head.log.node) != nil { notUnderstood.add(stretch.skipped, of: head.log) }
        reach(head)
    }

    private mutating func reach(_ head: CutLog) {
        let position = heads.firstPosition { !($0.log < head.log) }
        if position < heads.count, heads[position].log == head.log {
            heads[position] = head
        } else {
            heads.insert(head, at: position)
        }
    }

    /// Folds one entry. Returns whether it has to be folded again when the docket is read in anew.
    @discardableResult
    public mutating func fold(_ reference: EntryReference, _ bytes: [UInt8]) -> Bool {
        // Who is not a member today may be one tomorrow.
        guard roster.member(reference.log.node) != nil else { return true }
        do {
            fold(try SignedEntry(bytes: bytes, foundIn: reference.log), reference)
            return true
        } catch {
            return notUnderstood.add(reference, error)
        }
    }

    private mutating func fold(_ signed: SignedEntry, _ reference: EntryReference) {
        guard let author = roster.member(reference.log.node) else { return }
        func record<Body>(_ body: Body) -> EntryRecord<Body> {
            EntryRecord(reference: reference, at: signed.at, body: body)
        }
        // Where every member reads it: the centre binds nobody by what only some of them see.
        let isCentre = author.role == .centre && reference.log.channel == .central
        switch signed.entry {
        case .node(let entry): keys.fold(record(entry))
        case .keyRotation(let entry): keys.fold(record(entry))
        case .keyCountersignature(let entry): keys.fold(record(entry))
        case .keyRetirement(let entry): keys.fold(record(entry))
        case .epochOpened(let entry): epochs.fold(record(entry))
        case .epochClosed(let entry): epochs.fold(record(entry))
        case .section(let entry): sections.fold(record(entry), by: author)
        case .readings(let entry): readings.fold(record(entry), by: author.code)
        case .readingsCorrection(let entry): readings.fold(record(entry), by: author.code)
        case .readingsEndorsement(let entry): readings.fold(record(entry), by: author.code)
        case .scheme(let entry): agreements.fold(record(entry))
        case .agreement(let entry): agreements.fold(record(entry), by: author.code)
        case .agreementSignature(let entry): agreements.fold(record(entry), by: author.code)
        case .agreementFiling(let entry): agreements.fold(record(entry), by: author.code)
        case .agreementFiled(let entry): if isCentre { agreements.fold(record(entry)) }
        case .agreementEnd(let entry): agreements.fold(record(entry), by: author.code)
        case .facts(let entry): facts.fold(record(entry), by: author.code)
        case .factsEndorsement(let entry): facts.fold(record(entry), by: author.code)
        case .exemptionRequest(let entry): exemptions.fold(record(entry), by: author.code)
        case .exemptionApproval(let entry): exemptions.fold(record(entry), by: author.code)
        case .proposal(let entry): settlements.fold(record(entry), by: author.code)
        case .acceptance(let entry): settlements.fold(record(entry), by: author.code)
        case .objection(let entry): settlements.fold(record(entry), by: author.code)
        // The ledger is the centre's: the same words in a province's log are an assertion, not a record.
        case .verdict(let entry): if isCentre { settlements.fold(record(entry)) }
        case .reward(let entry): if isCentre { ledger.reward(record(entry.line)) }
        case .deduction(let entry): if isCentre { ledger.deduct(record(entry.line)) }
        case .levy(let entry): if isCentre { centre.fold(record(entry)) }
        case .levyCharge(let entry): if isCentre { centre.fold(record(entry)) }
        case .incidentRuling(let entry): if isCentre { centre.fold(record(entry)) }
        case .award(let entry): if isCentre { centre.fold(record(entry)) }
        case .basinAccount(let entry): if isCentre { centre.fold(record(entry)) }
        case .incident(let entry): incidents.fold(record(entry), by: author)
        case .clearing(let entry): if isCentre { clearings.fold(record(entry)) }
        case .forcedDeduction(let entry): if isCentre { clearings.fold(record(entry)) }
        case .payment(let entry): payments.fold(record(entry), by: author.code)
        case .paymentReceived(let entry): payments.fold(record(entry), by: author.code)
        case .inKind(let entry): payments.fold(record(entry), by: author.code)
        case .inKindAcceptance(let entry): payments.fold(record(entry), by: author.code)
        case .split(let entry): payments.fold(record(entry), by: author.code)
        case .fundUse(let entry): payments.fold(record(entry), by: author.code)
        case .fundReport(let entry): payments.fold(record(entry), by: author.code)
        }
    }

    public func head(of log: LogOrigin) -> CutLog? {
        let position = heads.firstPosition { !($0.log < log) }
        return position < heads.count && heads[position].log == log ? heads[position] : nil
    }

    /// The heads of all logs of a node, sorted by log.
    func heads(of node: NodeName) -> ArraySlice<CutLog> {
        heads[heads.firstPosition { !($0.log.node < node) }...].prefix { $0.log.node == node }
    }
}
