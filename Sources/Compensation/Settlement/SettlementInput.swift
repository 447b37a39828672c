/// A reading that lay before a settlement, and what became of it.
public struct SettlementInput: Hashable, Sendable {
    public let reading: Reading
    /// Whether at least one of its values went into a result.
    public let used: Bool
    public let note: SettlementNote
}
