public import Compensation

/// A correction, who made it and who has endorsed it.
public struct CorrectionRecord: Sendable {
    public let record: EntryRecord<ReadingsCorrectionEntry>
    public let author: PartyCode
    /// Sorted; the author is not among them.
    public let endorsedBy: [PartyCode]
    /// Where they have said so, sorted.
    let endorsements: [EntryReference]

    /// Whether `party` lets this correction count: its own, or one it has endorsed.
    public func counts(for party: PartyCode) -> Bool { author == party || endorsedBy.contains(party) }
}
