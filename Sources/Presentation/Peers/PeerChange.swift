public import Compensation
public import Federation

/// What came of `peers add` and `peers remove`, or what would come of it.
public struct PeerChange: Report {
    public enum Act: String, CaseIterable, Sendable {
        /// Nothing was done: the fingerprint has to be compared first.
        case unconfirmed
        case planned
        case added
        case replaced
        case unchanged
        case removed
    }

    public let act: Act
    public let card: PeerCard
    /// The peer's file, or what it is called now that it is out of use.
    public let file: String
    /// For `unconfirmed`: the command to run when the fingerprints agree.
    public let command: String?

    public init(_ act: Act, _ card: PeerCard, file: String, command: String? = nil) {
        self.act = act
        self.card = card
        self.file = file
        self.command = command
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("act", .string(act.rawValue)), ("peer", card.json), ("file", .string(file)),
            ("command", command.map { .string($0) }),
        ])
    }

    public func text(_ language: Language) -> String {
        let file = TerminalText.visible(file)
        let closing =
            switch act {
            case .unconfirmed:
                Bilingual(
                    zh: "未写入任何内容。与对方电话逐组核对指纹，一致后执行：",
                    en:
                        "Nothing was written. Compare the fingerprint with the peer by telephone; when it is the same, run:"
                )
            case .planned:
                Bilingual(zh: "试运行：将改动 \(file)，未写入任何内容。", en: "Dry run: \(file) would change, nothing was written.")
            case .added: Bilingual(zh: "已登记：\(file)。重启节点后生效。", en: "Added: \(file). Restart the node to use it.")
            case .replaced: Bilingual(zh: "已更新：\(file)。重启节点后生效。", en: "Replaced: \(file). Restart the node to use it.")
            case .unchanged: Bilingual(zh: "\(file) 已是如此。", en: "\(file) is so already.")
            case .removed:
                Bilingual(
                    zh: "已停用，文件改名为 \(file)；已镜像的日志保留。重启节点后生效。",
                    en: "Out of use, the file is now \(file); what is mirrored stays. Restart the node.")
            }
        return (card.lines(language) + [closing(language)] + (command.map { ["  " + $0] } ?? [])).joined(
            separator: "\n")
            + "\n"
    }
}
