public import Compensation
public import Federation

/// What `peers list` and `peers show` show.
public struct PeerCards: Report {
    public let cards: [PeerCard]
    /// One card whole instead of a table.
    public let isWhole: Bool

    public init(_ cards: [PeerCard], isWhole: Bool = false) {
        self.cards = cards
        self.isWhole = isWhole
    }

    public var json: JSONValue { .members([("schema", 1), ("peers", .array(cards.map(\.json)))]) }

    public var rowsMember: String? { "peers" }

    public func text(_ language: Language) -> String { text(language, wide: false) }

    public func wideText(_ language: Language) -> String { text(language, wide: true) }

    private func text(_ language: Language, wide: Bool) -> String {
        if isWhole { return cards.flatMap { $0.lines(language) }.joined(separator: "\n") + "\n" }
        guard !cards.isEmpty else {
            return Bilingual(zh: "还没有登记邻居：tongzhou peers add 文件", en: "No peers yet: tongzhou peers add FILE")(language)
                + "\n"
        }
        var titles = [
            Bilingual(zh: "节点", en: "node"), Bilingual(zh: "名称", en: "name"), Bilingual(zh: "代码", en: "code"),
            Bilingual(zh: "地址", en: "address"),
        ]
        if wide { titles += [Bilingual(zh: "日志", en: "logs"), Bilingual(zh: "指纹", en: "fingerprint")] }
        let rows = cards.map { card -> [String] in
            let member = card.member
            let more = [
                card.logs.map { "\($0.channel.text)/\($0.epoch)" }.joined(separator: " "),
                card.fingerprint.spoken,
            ]
            return [member.node.text, member.name(language), member.code.text, card.address] + (wide ? more : [])
        }
        return TextTable.rendered(titles.map { $0(language) }, rightAligned: [], rows: rows) + "\n"
    }
}
