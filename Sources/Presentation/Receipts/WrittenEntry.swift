public import Federation

/// One entry that an action writes, or would write: its kind, its channel and what it says.
public struct WrittenEntry: Sendable {
    private let draft: Draft

    public init(_ draft: Draft) { self.draft = draft }

    var json: JSONValue {
        .members([
            ("kind", .string(draft.entry.kind)), ("channel", .string(draft.channel.text)),
            ("fields", draft.entry.fields),
        ])
    }

    /// `proposal → youshui  agreement=youshui-2019 period=2021-04 …`
    var text: String {
        guard case .object(let object) = draft.entry.fields else { return draft.entry.kind }
        let fields = object.members.compactMap { member in
            Self.text(member.value).map { "\(member.name)=\($0)" }
        }
        return TerminalText.visible("\(draft.entry.kind) → \(draft.channel.text)  \(fields.joined(separator: " "))")
    }

    private static let longest = 160

    private static func text(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): shortened(text)
        case .integer(let number): "\(number)"
        case .bool(let isTrue): isTrue ? "true" : "false"
        case .null: nil
        case .object(let object):
            if case .string(let log)? = object["log"], case .integer(let index)? = object["index"] {
                "\(log)#\(index)"
            } else {
                "(" + object.members.compactMap { text($0.value) }.joined(separator: " ") + ")"
            }
        case .array(let values):
            values.count > 4
                ? "[\(values.count)]" : "[" + values.compactMap(text).joined(separator: ", ") + "]"
        }
    }

    private static func shortened(_ text: String) -> String {
        text.count <= longest ? text : text.prefix(longest) + "…"
    }
}
