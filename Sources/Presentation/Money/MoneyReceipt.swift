public import Compensation
public import Federation

/// What an action about money writes: every entry with its channel and main fields, said before it is written, and
/// the places once it is.
public struct MoneyReceipt: Report {
    /// One entry that is written.
    public struct Line: Sendable {
        let kind: String
        let channel: ChannelName
        let fields: [(label: Bilingual, value: String)]

        public init(_ draft: Draft, _ fields: [(label: Bilingual, value: String)]) {
            kind = draft.entry.kind
            channel = draft.channel
            self.fields = fields
        }
    }

    private let message: Bilingual
    private let lines: [Line]
    private let entries: [EntryReference]
    private let isDry: Bool

    public init(_ message: Bilingual, _ lines: [Line], entries: [EntryReference], dryRun: Bool) {
        self.message = message
        self.lines = lines
        self.entries = entries
        isDry = dryRun
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("message_zh", .string(message.zh)), ("message_en", .string(message.en)),
            ("dry_run", .bool(isDry)),
            (
                "writes",
                .array(
                    lines.map { line in
                        .members([
                            ("kind", .string(line.kind)), ("channel", .string(line.channel.text)),
                            (
                                "fields",
                                .array(
                                    line.fields.map { field in
                                        .members([
                                            ("zh", .string(field.label.zh)), ("en", .string(field.label.en)),
                                            ("value", .string(field.value)),
                                        ])
                                    })
                            ),
                        ])
                    })
            ), ("entries", .array(entries.map { .string($0.text) })),
        ])
    }

    public func text(_ language: Language) -> String {
        var text = ""
        for line in lines {
            let title = Bilingual(
                zh: "写入 \(line.kind) → 通道 \(line.channel.text)",
                en: "writes \(line.kind) → channel \(line.channel.text)")
            text += title(language) + "\n"
            for field in line.fields {
                text += "  \(field.label(language)): \(TerminalText.visible(field.value))\n"
            }
        }
        let places = entries.map(\.text).joined(separator: ", ")
        let end =
            isDry
            ? Bilingual(zh: "试运行，未写入任何内容。", en: "Dry run, nothing was written.")(language)
            : TerminalText.visible(message(language)) + (places.isEmpty ? "" : " [\(places)]")
        return text + end + "\n"
    }
}
