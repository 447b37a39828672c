/// `readings-endorsement` 数据确认: this party accepts a correction that another party recorded.
public struct ReadingsEndorsementEntry: EntryBody {
    static let kind = "readings-endorsement"

    public let correction: EntryReference

    public init(correction: EntryReference) { self.correction = correction }

    init(fields: inout FieldReader) throws(EntryProblem) { correction = try fields.reference("correction") }

    var fields: [(String, JSONValue?)] { [("correction", correction.json)] }
}
