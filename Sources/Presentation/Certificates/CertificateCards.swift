public import Compensation
public import Federation

/// What `certs show` shows: every certificate and how old the revocation lists are.
public struct CertificateCards: Report {
    public let cards: [CertificateCard]
    public let lists: [RevocationListCard]
    private let now: Timestamp

    public init(_ cards: [CertificateCard], lists: [RevocationListCard], now: Timestamp) {
        self.cards = cards
        self.lists = lists
        self.now = now
    }

    /// Whether anything cannot be used or is overdue.
    public var needsAttention: Bool {
        cards.contains { $0.problem != nil } || lists.contains { $0.needsAttention(now) }
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("certificates", .array(cards.map { $0.json(now) })),
            ("revocation_lists", .array(lists.map(\.json))),
        ])
    }

    public var rowsMember: String? { "certificates" }

    public func text(_ language: Language) -> String { text(language, spoken: false) }

    public func wideText(_ language: Language) -> String { text(language, spoken: true) }

    private func text(_ language: Language, spoken: Bool) -> String {
        let blocks = cards.map { $0.lines(language, now: now, spoken: spoken) } + lists.map { [$0.line(language, now)] }
        return blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }
}
