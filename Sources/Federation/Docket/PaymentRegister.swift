import Compensation

/// What parties have said about money under their agreements, found by what it is about and in order of place. Whether
/// it counts is worked out by `AgreementMoney`.
struct PaymentRegister: Sendable {
    private(set) var payments = Pigeonholes<AgreementKey, PartyRecord<PaymentEntry>>()
    private(set) var offers = Pigeonholes<AgreementKey, PartyRecord<InKindEntry>>()
    private(set) var splits = Pigeonholes<AgreementKey, PartyRecord<SplitEntry>>()
    private(set) var uses = Pigeonholes<AgreementKey, PartyRecord<FundUseEntry>>()
    /// By the place of what they answer to.
    private(set) var receipts = Pigeonholes<EntryReference, PartyRecord<PaymentReceivedEntry>>()
    private(set) var offerAcceptances = Pigeonholes<EntryReference, PartyRecord<InKindAcceptanceEntry>>()
    private(set) var reports = Pigeonholes<EntryReference, PartyRecord<FundReportEntry>>()

    mutating func fold(_ record: EntryRecord<PaymentEntry>, by party: PartyCode) {
        payments.place(PartyRecord(party: party, record: record), under: record.body.key)
    }
    mutating func fold(_ record: EntryRecord<PaymentReceivedEntry>, by party: PartyCode) {
        receipts.place(PartyRecord(party: party, record: record), under: record.body.payment)
    }
    mutating func fold(_ record: EntryRecord<InKindEntry>, by party: PartyCode) {
        offers.place(PartyRecord(party: party, record: record), under: record.body.key)
    }
    mutating func fold(_ record: EntryRecord<InKindAcceptanceEntry>, by party: PartyCode) {
        offerAcceptances.place(PartyRecord(party: party, record: record), under: record.body.offer)
    }
    mutating func fold(_ record: EntryRecord<SplitEntry>, by party: PartyCode) {
        splits.place(PartyRecord(party: party, record: record), under: record.body.key)
    }
    mutating func fold(_ record: EntryRecord<FundUseEntry>, by party: PartyCode) {
        uses.place(PartyRecord(party: party, record: record), under: record.body.key)
    }
    mutating func fold(_ record: EntryRecord<FundReportEntry>, by party: PartyCode) {
        reports.place(PartyRecord(party: party, record: record), under: record.body.use)
    }
}
