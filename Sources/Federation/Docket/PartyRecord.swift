public import Compensation

/// An entry with its place, and the party whose log it is in.
public struct PartyRecord<Body: Sendable>: Sendable {
    public let party: PartyCode
    public let record: EntryRecord<Body>
}
