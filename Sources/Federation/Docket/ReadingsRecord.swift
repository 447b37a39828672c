public import Compensation

/// One entry of readings, who recorded it and who has endorsed it.
public struct ReadingsRecord: Sendable {
    public let section: SectionID
    public let source: String
    private let span: ReadingsSpan
    /// Sorted; the author is not among them.
    public let endorsedBy: [PartyCode]

    init(section: SectionID, source: String, span: ReadingsSpan, endorsedBy: [PartyCode]) {
        self.section = section
        self.source = source
        self.span = span
        self.endorsedBy = endorsedBy
    }

    public var reference: EntryReference { span.reference }
    public var author: PartyCode { span.author }
    /// How many readings it has.
    public var rows: Int { span.rows }
    /// The times of its earliest and latest reading.
    public var times: ClosedRange<CivilTime>? { span.times }

    /// Whether `party` lets jointly monitored readings count: its own, or those it has endorsed.
    public func counts(for party: PartyCode) -> Bool { author == party || endorsedBy.contains(party) }

    /// Whether any of it may lie in the period.
    public func touches(_ period: Period) -> Bool {
        span.times.map { $0.lowerBound < period.end && period.start <= $0.upperBound } ?? false
    }
}
