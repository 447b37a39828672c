public import Compensation

/// From which period up to and including which; open where none is named.
public struct ExportSpan: Sendable {
    private let from: Period?
    private let until: Period?

    public init(from: Period? = nil, until: Period? = nil) {
        self.from = from
        self.until = until
    }

    func contains(_ time: CivilTime) -> Bool {
        (from.map { $0.start <= time } ?? true) && (until.map { time < $0.end } ?? true)
    }

    /// Whether all of the period lies in it.
    func contains(_ period: Period) -> Bool {
        (from.map { $0.start <= period.start } ?? true) && (until.map { period.end <= $0.end } ?? true)
    }
}
