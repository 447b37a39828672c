/// One kind of thing a node may say. Coding is explicit: what is signed is never left to a synthesised encoder.
protocol EntryBody: Sendable {
    /// The value of `"kind"`.
    static var kind: String { get }
    /// Reads the fields of its own; the envelope's (`kind`, `v`, `log`, `at`) are taken already.
    init(fields: inout FieldReader) throws(EntryProblem)
    /// Fields of its own.
    var fields: [(String, JSONValue?)] { get }
}
