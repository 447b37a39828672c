public import Compensation

/// The unified accounting of a basin and year as computed here.
public struct BasinAccount: Sendable {
    public let basin: String
    public let year: Period
    public let scheme: Scheme
    public let settlement: Settlement
    /// What the entry says, digest and table included.
    public let entry: BasinAccountEntry

    public var sum: Fen? { Fen.sum(entry.lines.map(\.amount)) }
}
