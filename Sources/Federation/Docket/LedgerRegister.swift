import Compensation
public import TransparencyLog

/// The centre's signed rewards and deductions, in order of place.
public struct LedgerRegister: Sendable {
    public private(set) var rewards: [EntryRecord<LedgerLine>] = []
    public private(set) var deductions: [EntryRecord<LedgerLine>] = []
    private var rewardsByKey = Pigeonholes<SettlementKey, EntryRecord<LedgerLine>>()
    private var deductionsByKey = Pigeonholes<SettlementKey, EntryRecord<LedgerLine>>()
    /// By the key of the period, whatever the adjustment.
    private var deductionsByPeriod = Pigeonholes<SettlementKey, EntryRecord<LedgerLine>>()
    private var rewardsByAgreement = Pigeonholes<ContentDigest, EntryRecord<LedgerLine>>()

    public init() {}

    mutating func reward(_ record: EntryRecord<LedgerLine>) {
        rewards.place(record)
        rewardsByKey.place(record, under: record.body.key)
        rewardsByAgreement.place(record, under: record.body.key.agreementDigest)
    }

    mutating func deduct(_ record: EntryRecord<LedgerLine>) {
        deductions.place(record)
        deductionsByKey.place(record, under: record.body.key)
        deductionsByPeriod.place(record, under: record.body.key.adjusted(nil))
    }

    /// The deductions of a period's settlement and its adjustments, in order of place.
    func deductions(of key: SettlementKey) -> [EntryRecord<LedgerLine>] {
        deductionsByPeriod[key.adjusted(nil)]
    }

    /// The basin that the settlements of an agreement were first entered in.
    func basin(under key: AgreementKey) -> String? {
        rewardsByAgreement[key.digest].first?.body.basin
    }

    /// The first line that names the settlement, whatever its digest.
    func firstLine(of key: SettlementKey) -> EntryReference? {
        [rewardsByKey[key], deductionsByKey[key]].compactMap { $0.first?.reference }.min()
    }

    /// What the ledger has for a settlement: nothing, just its transfers, or something else.
    public enum Standing: Sendable {
        case absent
        case recorded
        case differs
    }

    /// Compares the lines with `transfers`: a deduction for each payer, a reward for each payee, nothing else.
    public func standing(of key: SettlementKey, digest: ContentDigest, transfers: [TransferTerms]) -> Standing {
        let said = (deductionsByKey[key].map(\.body), rewardsByKey[key].map(\.body))
        // Where nobody pays there is nothing to enter, and nothing is missing.
        if said.0.isEmpty, said.1.isEmpty { return transfers.contains { $0.amount.count > 0 } ? .absent : .recorded }
        func matches(_ lines: [LedgerLine], _ party: (TransferTerms) -> PartyCode) -> Bool {
            var open = transfers.filter { $0.amount.count > 0 }
            for line in lines {
                guard line.settlementDigest == digest,
                    let position = open.firstIndex(where: { party($0) == line.party && $0.amount == line.amount })
                else { return false }
                open.remove(at: position)
            }
            return open.isEmpty
        }
        return matches(said.0, \.payer) && matches(said.1, \.payee) ? .recorded : .differs
    }
}
