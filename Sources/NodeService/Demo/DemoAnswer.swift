import Foundation

/// The JSON a command printed, read as a script would.
struct DemoAnswer {
    private let value: Any?

    init(_ text: String) { value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) }

    private init(value: Any?) { self.value = value }

    subscript(_ name: String) -> DemoAnswer { DemoAnswer(value: (value as? [String: Any])?[name]) }
    subscript(_ index: Int) -> DemoAnswer {
        DemoAnswer(value: (value as? [Any]).flatMap { $0.indices.contains(index) ? $0[index] : nil })
    }

    /// The value at names and positions, such as `exemptions.0.place`.
    func at(_ path: String) -> DemoAnswer {
        path.split(separator: ".").reduce(self) { answer, step in Int(step).map { answer[$0] } ?? answer[String(step)] }
    }

    var isThere: Bool { value != nil }
    var raw: String { "\(value ?? "nothing")" }
    var text: String { value as? String ?? "" }
    var number: Int { (value as? NSNumber)?.intValue ?? -1 }
    var flag: Bool { (value as? NSNumber)?.boolValue ?? false }
    var list: [DemoAnswer] { (value as? [Any] ?? []).map { DemoAnswer(value: $0) } }
}
