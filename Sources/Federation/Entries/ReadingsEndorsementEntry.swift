/// `readings-endorsement` 数据确认: this party accepts a correction that another party recorded, or readings that
/// were monitored jointly and recorded by another.
public struct ReadingsEndorsementEntry: EntryBody {
    static let kind = "readings-endorsement"

    /// The `readings-correction` or `readings` entry that is endorsed.
    public let subject: EntryReference
    /// Whether it is said to be a correction.
    public let isCorrection: Bool

    public init(correction: EntryReference) {
        subject = correction
        isCorrection = true
    }

    public init(readings: EntryReference) {
        subject = readings
        isCorrection = false
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        if let readings = try fields.optionalReference("readings") {
            self.init(readings: readings)
        } else {
            self.init(correction: try fields.reference("correction"))
        }
    }

    var fields: [(String, JSONValue?)] { [(isCorrection ? "correction" : "readings", subject.json)] }
}
