import Compensation

/// One entry of readings: where it stands, who recorded it, and which time it covers.
struct ReadingsSpan: Sendable {
    let reference: EntryReference
    let at: Timestamp
    let author: PartyCode
    let rows: Int
    /// The times of its earliest and latest row; `nil` for an entry without rows.
    let times: ClosedRange<CivilTime>?

    init(_ record: EntryRecord<ReadingsEntry>, by author: PartyCode) {
        reference = record.reference
        at = record.at
        self.author = author
        rows = record.body.rows.count
        let sorted = record.body.rows.map(\.time).sorted()
        if let first = sorted.first, let last = sorted.last { times = first...last } else { times = nil }
    }
}
