/// What an operator had typed into a form that was refused, so that it is shown again and nobody types twice. A field
/// takes of it what its `maxlength` lets in; a file has none and is chosen anew, as browsers demand.
public struct TypedFields: Sendable {
    private let texts: [(name: String, value: String)]

    /// Of a form that nobody has sent yet.
    public static let none = TypedFields([])

    public init(_ texts: [(name: String, value: String)]) { self.texts = texts }

    var isEmpty: Bool { texts.isEmpty }

    /// The first of its name.
    subscript(_ name: String) -> String? { texts.first { $0.name == name }?.value }

    /// - Parameter attributes: of the field; `maxlength` counts UTF-16 code units (HTML, 4.10.18.3).
    func text(_ name: String, within attributes: [Attribute]) -> String? {
        let limit = attributes.first { $0.name == Attribute.PlainName.maxlength.rawValue }?.value
        guard let text = self[name], let length = limit.flatMap({ Int($0) }) else { return nil }
        return String(decoding: text.utf16.prefix(length), as: UTF16.self)
    }
}
