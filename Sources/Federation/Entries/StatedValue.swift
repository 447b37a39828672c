public import Compensation

/// A value given to a parameter or a fact that a scheme leaves open: by an agreement, by a party, or by the centre.
public struct StatedValue: Sendable {
    public let name: FactName
    /// As in a scheme: `300 万m³`, `Ⅲ`, `yes`.
    public let value: String

    public init(_ supplied: SuppliedValue) {
        name = FactName(name: supplied.name, arguments: supplied.arguments)
        value = supplied.value
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        name = try FactName(fields: &fields)
        value = try fields.string("value")
        try fields.finish()
    }

    var json: JSONValue { .members(name.fields + [("value", .string(value))]) }

    /// As a computation takes it.
    public var supplied: SuppliedValue { name.supplied(value) }
}
