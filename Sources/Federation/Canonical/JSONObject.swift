/// Members sorted by UTF-16 code units, RFC 8785 §3.2.3; no name twice.
public struct JSONObject: Sendable {
    /// Name and value, in canonical order.
    public let members: [(name: String, value: JSONValue)]

    /// Sorts; of members with the same name only the first stays (callers build from literals,
    /// the parser refuses duplicates before it comes here).
    public init(_ members: [(String, JSONValue)]) {
        var sorted: [(name: String, value: JSONValue)] = []
        for (name, value) in members.sorted(by: { $0.0.utf16.lexicographicallyPrecedes($1.0.utf16) })
        where sorted.last.map({ !$0.name.sameBytes(as: name) }) ?? true {
            sorted.append((name, value))
        }
        self.members = sorted
    }

    /// Members that stand in canonical order, each name once.
    init(ascending members: [(name: String, value: JSONValue)]) { self.members = members }

    /// The member's value, compared on bytes.
    public subscript(_ name: String) -> JSONValue? {
        members.first { $0.name.sameBytes(as: name) }?.value
    }
}
