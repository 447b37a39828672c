/// One corrected reading: what was recorded and what it becomes, at the same time.
public struct ReadingChange: Sendable {
    public let old: ReadingContent
    public let new: ReadingContent

    /// `nil` when the times differ: a correction changes a reading, it does not move it.
    public init?(old: ReadingContent, new: ReadingContent) {
        guard old.time == new.time else { return nil }
        self.old = old
        self.new = new
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        let old = try ReadingContent(json: try fields.value("old"), path: "\(path).old")
        let new = try ReadingContent(json: try fields.value("new"), path: "\(path).new")
        try fields.finish()
        guard let change = ReadingChange(old: old, new: new) else {
            throw EntryProblem(.fieldInvalid, "\(path).new.time")
        }
        self = change
    }

    /// Bytes of the row in an entry.
    public var encodedSize: Int { CanonicalJSON.encode(json).count }

    var json: JSONValue { .members([("old", old.json), ("new", new.json)]) }
}
