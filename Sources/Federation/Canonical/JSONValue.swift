/// The part of JSON that Tongzhou signs: no floating-point numbers at all.
public enum JSONValue: Sendable {
    case object(JSONObject)
    case array([JSONValue])
    case string(String)
    /// Within ±(2⁵³ − 1), the range in which RFC 8785 numbers are exact integers.
    case integer(Int64)
    case bool(Bool)
    case null

    /// Largest magnitude of an integer, RFC 8785 §3.2.2.3 (IEEE 754 safe integers).
    public static let largestInteger: Int64 = 9_007_199_254_740_991
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue {
    /// An object from members in any order; a `nil` value leaves the member out.
    public static func members(_ members: [(String, JSONValue?)]) -> JSONValue {
        .object(JSONObject(members.compactMap { name, value in value.map { (name, $0) } }))
    }
}
