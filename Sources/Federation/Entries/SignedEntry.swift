/// An entry with its envelope: the log it belongs to and when it was said.
///
/// The log's origin is inside the bytes, so an entry copied into another log is not understood there.
public struct SignedEntry: Sendable {
    public let log: LogOrigin
    public let at: Timestamp
    public let entry: Entry

    /// C2SP tlog-tiles: an entry bundle gives each entry a 16-bit length.
    public static let largestSize = 65_535

    public init(log: LogOrigin, at: Timestamp, entry: Entry) {
        self.log = log
        self.at = at
        self.entry = entry
    }

    /// Canonical bytes, hashed and stored as they are. What could not be read back, such as an empty text or
    /// an amount beyond the integers of canonical JSON, is not said in the first place.
    public func encoded() throws(EntryProblem) -> [UInt8] {
        let envelope: [(String, JSONValue?)] = [
            ("kind", .string(entry.kind)), ("v", .integer(1)), ("log", .string(log.text)), ("at", .string(at.text)),
        ]
        let bytes = CanonicalJSON.encode(.members(envelope + entry.body.fields))
        guard bytes.count <= Self.largestSize else { throw EntryProblem(.tooLarge, entry.kind) }
        _ = try SignedEntry(bytes: bytes, foundIn: log)
        return bytes
    }

    /// Reads the bytes found in `log`. Not understanding them is a value for the caller to show, never a reason
    /// to drop them.
    public init(bytes: [UInt8], foundIn log: LogOrigin) throws(EntryProblem) {
        guard bytes.count <= Self.largestSize else { throw EntryProblem(.tooLarge, "\(bytes.count)") }
        let value: JSONValue
        do {
            value = try CanonicalJSON.decode(bytes)
        } catch {
            throw EntryProblem(.notCanonical, "\(error.code.rawValue) at byte \(error.offset)")
        }
        var fields = try FieldReader(value)
        let kind = try fields.string("kind")
        guard try fields.integer("v") == 1 else { throw EntryProblem(.unknownVersion, kind) }
        self.log = try fields.parsed("log") { LogOrigin($0) }
        guard self.log == log else { throw EntryProblem(.otherLog, self.log.text) }
        at = try fields.parsed("at") { Timestamp($0) }
        entry = try Entry(kind: kind, fields: &fields)
        try fields.finish()
    }
}
