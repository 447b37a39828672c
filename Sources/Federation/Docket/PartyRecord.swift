public import Compensation

/// An entry with its place, and the party whose log it is in.
public struct PartyRecord<Body: Sendable>: Sendable {
    public let party: PartyCode
    public let record: EntryRecord<Body>
}

extension Array {
    /// Inserts in order of place, whatever the order of arrival.
    mutating func place<Body>(_ said: PartyRecord<Body>) where Element == PartyRecord<Body> {
        // From the back: entries of one log arrive in order.
        let before = lastIndex { $0.record.reference < said.record.reference }
        insert(said, at: before.map { $0 + 1 } ?? 0)
    }
}
