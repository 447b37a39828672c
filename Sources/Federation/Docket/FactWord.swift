public import Compensation

/// One party's word on one supplied value: its own statement, or its endorsement of another's.
public struct FactWord: Sendable {
    public let name: FactName
    public let value: String
    public let party: PartyCode
    /// Where the word stands.
    public let place: EntryReference
    /// The statement that it makes or endorses.
    public let statement: EntryReference
    /// What the party had seen of the others when it said so: these entries and those before them.
    let seen: [EntryReference]

    static func words(
        _ said: PartyRecord<FactsEntry>, at place: EntryReference, by party: PartyCode, seen: [EntryReference]
    ) -> [FactWord] {
        said.record.body.values.map { fact in
            FactWord(
                name: fact.name, value: fact.value, party: party, place: place, statement: said.record.reference,
                seen: seen)
        }
    }
}
