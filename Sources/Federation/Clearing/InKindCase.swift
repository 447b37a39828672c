import Compensation

/// An offer in kind and whether it stands for cash.
public struct InKindCase: Sendable {
    public let record: EntryRecord<InKindEntry>
    public let acceptance: EntryRecord<InKindAcceptanceEntry>?
    /// Whether it is for a claim that exists, under terms that allow it.
    public let isValid: Bool

    public var entry: InKindEntry { record.body }
    public var reference: EntryReference { record.reference }
    /// Whether it replaces cash.
    public var counts: Bool { isValid && acceptance != nil }
}
