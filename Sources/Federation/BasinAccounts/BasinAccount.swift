public import Compensation

/// The unified accounting of a basin and year as computed here.
public struct BasinAccount: Sendable {
    public let basin: String
    public let year: Period
    public let scheme: Scheme
    public let settlement: Settlement
    /// What the entry says, digest and table included.
    public let entry: BasinAccountEntry
    /// Readings of the scheme's sections held here that it does not use; sorted.
    public let leftOut: [LeftOutReadings]

    public var sum: Fen? { Fen.sum(entry.lines.map(\.amount)) }
}
