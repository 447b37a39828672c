import Compensation

/// The centre's signed rewards and deductions, in order of place.
public struct LedgerRegister: Sendable {
    public private(set) var rewards: [EntryRecord<LedgerLine>] = []
    public private(set) var deductions: [EntryRecord<LedgerLine>] = []

    public init() {}

    mutating func reward(_ record: EntryRecord<LedgerLine>) { rewards.place(record) }
    mutating func deduct(_ record: EntryRecord<LedgerLine>) { deductions.place(record) }

    public func isRecorded(_ key: SettlementKey) -> Bool {
        (rewards + deductions).contains { $0.body.key == key }
    }
}
