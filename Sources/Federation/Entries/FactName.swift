public import Compensation

/// Which value of a scheme is meant: the name of a fact or parameter and, where it stands for members, which ones.
/// Compared on bytes, as the scheme writes them.
public struct FactName: Comparable, Sendable {
    public let name: String
    /// Members and periods such as `2021-04`, in the order of the scheme.
    public let arguments: [String]

    public init(name: String, arguments: [String] = []) {
        self.name = name
        self.arguments = arguments
    }

    /// `月类别(茨坝, 2023-08)`, as steps of a settlement are named.
    public var text: String { arguments.isEmpty ? name : "\(name)(\(arguments.joined(separator: ", ")))" }

    public func supplied(_ value: String) -> SuppliedValue {
        SuppliedValue(name: name, arguments: arguments, value: value)
    }

    /// As many variables as a rule can stand for.
    static let mostArguments = 8

    init(fields: inout FieldReader) throws(EntryProblem) {
        name = try fields.string("name")
        arguments = try fields.optionalArray("arguments", limit: Self.mostArguments) {
            value, path throws(EntryProblem) in
            guard case .string(let text) = value, (1...256).contains(text.utf8.count) else {
                throw EntryProblem(.fieldInvalid, path)
            }
            return text
        }
    }

    var fields: [(String, JSONValue?)] {
        [
            ("name", .string(name)),
            ("arguments", arguments.isEmpty ? nil : .array(arguments.map { .string($0) })),
        ]
    }

    public static func == (one: FactName, other: FactName) -> Bool {
        one.name.sameBytes(as: other.name) && one.arguments.count == other.arguments.count
            && zip(one.arguments, other.arguments).allSatisfy { $0.sameBytes(as: $1) }
    }

    public static func < (one: FactName, other: FactName) -> Bool {
        if !one.name.sameBytes(as: other.name) { return one.name.precedesInBytes(other.name) }
        for (mine, theirs) in zip(one.arguments, other.arguments) where !mine.sameBytes(as: theirs) {
            return mine.precedesInBytes(theirs)
        }
        return one.arguments.count < other.arguments.count
    }
}
