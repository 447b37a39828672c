/// Notices of incidents, in order of place.
public struct IncidentRegister: Sendable {
    public private(set) var incidents: [PartyRecord<IncidentEntry>] = []

    public init() {}

    /// Only where every member reads it: a notice that the others cannot see tells nobody.
    mutating func fold(_ record: EntryRecord<IncidentEntry>, by author: Member) {
        guard record.reference.log.channel == .common else { return }
        incidents.place(PartyRecord(party: author.code, record: record))
    }

    public func incident(at place: EntryReference) -> PartyRecord<IncidentEntry>? {
        incidents.first { $0.record.reference == place }
    }
}
