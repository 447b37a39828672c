public import Compensation
public import Federation

/// What came of a single act such as signing, endorsing or accepting, or what would come of it.
public struct ActionReceipt: Report {
    public let message: Bilingual
    public let entries: [EntryReference]
    /// What the entries say, in their order; empty where the command does not tell.
    public let written: [WrittenEntry]
    public let dryRun: Bool

    public init(
        _ message: Bilingual, entries: [EntryReference], written: [WrittenEntry] = [], dryRun: Bool = false
    ) {
        self.message = message
        self.entries = entries
        self.written = written
        self.dryRun = dryRun
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("message_zh", .string(message.zh)), ("message_en", .string(message.en)),
            ("entries", .array(entries.map { .string($0.text) })),
            ("written", written.isEmpty ? nil : .array(written.map(\.json))),
            ("dry_run", dryRun ? .bool(true) : nil),
        ])
    }

    public func text(_ language: Language) -> String {
        let places = EntryPlaces.text(entries)
        var lines = written.map { "  " + $0.text }
        if dryRun {
            lines.insert(Bilingual(zh: "将写入：", en: "Would write:")(language), at: 0)
            if written.isEmpty { lines = [] }
            lines.append(Bilingual(zh: "未写入任何内容。", en: "Nothing was written.")(language))
        }
        let prefix = dryRun && !written.isEmpty ? Bilingual(zh: "执行后：", en: "When run: ")(language) : ""
        lines.append(prefix + TerminalText.visible(message(language)) + (places.isEmpty ? "" : " [\(places)]"))
        return lines.joined(separator: "\n") + "\n"
    }
}
