/// One log in a bundle: the entries `from ..< to`, and the checkpoint signed at `to`.
public struct BundleLog: Equatable, Sendable {
    public let origin: LogOrigin
    public let from: Int
    public let to: Int

    /// Sizes above this cannot be stored, so no honest bundle states one.
    public static let largestSize = 1 << 40

    /// `nil` unless `0 <= from <= to <= largestSize`.
    public init?(origin: LogOrigin, from: Int, to: Int) {
        guard 0 <= from, from <= to, to <= Self.largestSize else { return nil }
        self.origin = origin
        self.from = from
        self.to = to
    }
}
