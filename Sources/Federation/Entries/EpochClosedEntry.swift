/// `epoch-closed` 期次结束: the last entry of a log, said while its key can still sign; the channel goes on in `next`.
public struct EpochClosedEntry: EntryBody {
    static let kind = "epoch-closed"

    public let next: LogOrigin

    public init(next: LogOrigin) { self.next = next }

    init(fields: inout FieldReader) throws(EntryProblem) { next = try fields.parsed("next") { LogOrigin($0) } }

    var fields: [(String, JSONValue?)] { [("next", .string(next.text))] }
}
