public import Compensation

/// A reading as the record has it now: its content and the entries it came from.
public struct ReadingVersion: Sendable {
    public let section: SectionID
    public let source: String
    public let content: ReadingContent
    /// The entry that first recorded it, then each correction applied, in order.
    public let history: [EntryReference]
}
