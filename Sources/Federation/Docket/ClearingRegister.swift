/// The centre's clearings and forced deductions, in order of place, and found by agreement.
struct ClearingRegister: Sendable {
    private(set) var forcedDeductions: [EntryRecord<ForcedDeductionEntry>] = []
    private(set) var clearings = Pigeonholes<AgreementKey, EntryRecord<ClearingEntry>>()
    private(set) var forcedByAgreement = Pigeonholes<AgreementKey, EntryRecord<ForcedDeductionEntry>>()

    mutating func fold(_ record: EntryRecord<ClearingEntry>) { clearings.place(record, under: record.body.key) }
    mutating func fold(_ record: EntryRecord<ForcedDeductionEntry>) {
        forcedDeductions.place(record)
        forcedByAgreement.place(record, under: record.body.key)
    }
}
