/// A clearing as the centre said it, and whether it is what follows from the record.
public struct ClearingRecord: Sendable {
    public enum Standing: Sendable, Equatable {
        /// Computed here from the same record, and the same.
        case stands
        /// This node does not hold all that it rests on.
        case waits(String)
        /// Something else follows. The text says what comes first.
        case differs(Difference)
    }

    public enum Difference: String, Sendable {
        case number, cut, sections, settlements, unsettled, advances, transfers
        case notComputable = "not-computable"
    }

    public let record: EntryRecord<ClearingEntry>
    public let standing: Standing
    /// Whether it is not what follows, and one that stands was said after it for the same year.
    public internal(set) var isPassedOver = false

    public var entry: ClearingEntry { record.body }
}
