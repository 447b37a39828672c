/// `epoch-opened` 期次启用: the first entry of a log that takes the place of an earlier one of its channel.
public struct EpochOpenedEntry: EntryBody {
    static let kind = "epoch-opened"

    /// The earlier log as far as it counts; what is signed beyond it is nobody's word.
    public let previous: CutLog

    public init(previous: CutLog) { self.previous = previous }

    init(fields: inout FieldReader) throws(EntryProblem) {
        previous = try CutLog(json: try fields.value("previous"), path: "previous")
    }

    var fields: [(String, JSONValue?)] { [("previous", previous.json)] }
}
