import Foundation

/// Read access to a JSON text as a script would have it.
struct JSONAnswer: CustomStringConvertible {
    private let value: Any?

    init(_ text: String) {
        value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    private init(value: Any?) { self.value = value }

    subscript(_ name: String) -> JSONAnswer { JSONAnswer(value: (value as? [String: Any])?[name]) }
    subscript(_ index: Int) -> JSONAnswer {
        JSONAnswer(value: (value as? [Any]).flatMap { $0.indices.contains(index) ? $0[index] : nil })
    }

    var isObject: Bool { value is [String: Any] }
    var text: String { value as? String ?? "" }
    var number: Int? { (value as? NSNumber)?.intValue }
    var flag: Bool? { (value as? NSNumber)?.boolValue }
    var list: [JSONAnswer] { (value as? [Any] ?? []).map { JSONAnswer(value: $0) } }
    var description: String { "\(value ?? "nothing")" }
}
