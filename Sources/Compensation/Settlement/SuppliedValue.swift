/// A value that a computation is given besides readings: of a parameter or a fact of the scheme.
public struct SuppliedValue: Hashable, Sendable {
    /// The name in the scheme.
    public let name: String
    /// For a name that stands for members: these, as the scheme writes them, and periods such as `2021-04`.
    public let arguments: [String]
    /// As in a scheme: `300 万m³`, `Ⅲ`, `yes`.
    public let value: String

    public init(name: String, arguments: [String] = [], value: String) {
        self.name = name
        self.arguments = arguments
        self.value = value
    }

    var text: String { arguments.isEmpty ? name : "\(name)(\(arguments.joined(separator: ", ")))" }
}
