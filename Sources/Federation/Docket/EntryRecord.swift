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
