import Foundation

/// The JSON a command printed, read as a script would.
struct DemoAnswer {
    private let value: Any?

    init?(_ data: Data) {
        guard let value = try? JSONSerialization.jsonObject(with: data) else { return nil }
        self.value = value
    }

    private init(value: Any?) { self.value = value }

    subscript(_ name: String) -> DemoAnswer { DemoAnswer(value: (value as? [String: Any])?[name]) }
    subscript(_ index: Int) -> DemoAnswer {
        DemoAnswer(value: (value as? [Any]).flatMap { $0.indices.contains(index) ? $0[index] : nil })
    }

    var raw: String { "\(value ?? "nothing")" }
    var text: String { value as? String ?? "" }
    var number: Int { (value as? NSNumber)?.intValue ?? -1 }
    var flag: Bool { (value as? NSNumber)?.boolValue ?? false }
    var list: [DemoAnswer] { (value as? [Any] ?? []).map { DemoAnswer(value: $0) } }
}
