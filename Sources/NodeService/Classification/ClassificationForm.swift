public import Compensation

/// What `classify` is asked to do, as typed.
public struct ClassificationForm: Sendable {
    /// Which column sections are put together by.
    public enum Grouping: String, Sendable, CaseIterable {
        case river, basin
    }

    public var readings: NamedFile
    /// A table with a section column: lakes and reservoirs.
    public var lakes: NamedFile?
    /// Names of further lakes and reservoirs.
    public var lakeNames: [String]
    public var items: IndicatorSet
    public var grouping: Grouping?

    public init(
        readings: NamedFile, lakes: NamedFile?, lakeNames: [String], items: IndicatorSet, grouping: Grouping?
    ) {
        self.readings = readings
        self.lakes = lakes
        self.lakeNames = lakeNames
        self.items = items
        self.grouping = grouping
    }
}
