import Compensation
public import TransparencyLog

/// The centre's signed rewards and deductions, in order of place.
public struct LedgerRegister: Sendable {
    public private(set) var rewards: [EntryRecord<LedgerLine>] = []
    public private(set) var deductions: [EntryRecord<LedgerLine>] = []

    public init() {}

    mutating func reward(_ record: EntryRecord<LedgerLine>) { rewards.place(record) }
    mutating func deduct(_ record: EntryRecord<LedgerLine>) { deductions.place(record) }

    /// What the ledger has for a settlement: nothing, just its transfers, or something else.
    public enum Standing: Sendable {
        case absent
        case recorded
        case differs
    }

    /// Compares the lines with `transfers`: a deduction for each payer, a reward for each payee, nothing else.
    public func standing(of key: SettlementKey, digest: ContentDigest, transfers: [TransferTerms]) -> Standing {
        let said = (
            deductions.map(\.body).filter { $0.key == key }, rewards.map(\.body).filter { $0.key == key }
        )
        if said.0.isEmpty, said.1.isEmpty { return .absent }
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
