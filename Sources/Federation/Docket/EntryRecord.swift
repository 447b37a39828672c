/// An entry with its place in a log.
public struct EntryRecord<Body: Sendable>: Sendable {
    public let reference: EntryReference
    public let at: Timestamp
    public let body: Body

    public init(reference: EntryReference, at: Timestamp, body: Body) {
        self.reference = reference
        self.at = at
        self.body = body
    }
}

extension Array {
    /// Inserts in order of place, whatever the order of arrival; the same place twice changes nothing.
    mutating func place<Body>(_ record: EntryRecord<Body>) where Element == EntryRecord<Body> {
        if let last, last.reference < record.reference { return append(record) }
        let position = firstIndex { !($0.reference < record.reference) } ?? count
        if position < count, self[position].reference == record.reference { return }
        insert(record, at: position)
    }
}
