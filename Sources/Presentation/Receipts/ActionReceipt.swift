public import Compensation
public import Federation

/// What came of a single act such as signing, endorsing or accepting.
public struct ActionReceipt: Report {
    public let message: Bilingual
    public let entries: [EntryReference]

    public init(_ message: Bilingual, entries: [EntryReference]) {
        self.message = message
        self.entries = entries
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("message_zh", .string(message.zh)), ("message_en", .string(message.en)),
            ("entries", .array(entries.map { .string($0.text) })),
        ])
    }

    public func text(_ language: Language) -> String {
        let places = entries.map(\.text).joined(separator: ", ")
        return TerminalText.visible(message(language)) + (places.isEmpty ? "" : " [\(places)]") + "\n"
    }
}
