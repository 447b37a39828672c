public import Compensation
public import Federation

/// What a demonstrated year comes to: published payments beside the computed ones, and what has to sum to zero.
public struct YearReport: Report {
    /// One published payment and what the running nodes (or the scheme alone) computed for it.
    public struct Figure: Sendable {
        public let river: Bilingual
        /// Payer → payee and year.
        public let subject: Bilingual
        public let published: Fen
        /// `nil` where nothing was computed.
        public let computed: Fen?
        public let means: Bilingual
        public let source: String

        public init(
            river: Bilingual, subject: Bilingual, published: Fen, computed: Fen?, means: Bilingual, source: String
        ) {
            self.river = river
            self.subject = subject
            self.published = published
            self.computed = computed
            self.means = means
            self.source = source
        }

        public var isEqual: Bool { computed == published }
    }

    public let figures: [Figure]
    /// Name and amount in fen of each sum that has to be zero.
    public let sums: [(name: Bilingual, amount: Fen)]
    /// Settlements whose digest was compared, and findings against the ledger at all nodes together.
    public let settlements: Int
    public let findings: Int
    public let folder: String

    public init(
        figures: [Figure], sums: [(name: Bilingual, amount: Fen)], settlements: Int, findings: Int, folder: String
    ) {
        self.figures = figures
        self.sums = sums
        self.settlements = settlements
        self.findings = findings
        self.folder = folder
    }

    public var holds: Bool {
        figures.allSatisfy(\.isEqual) && sums.allSatisfy { $0.amount == .zero } && findings == 0
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("holds", .bool(holds)),
            (
                "published",
                .array(
                    figures.map { figure in
                        .members([
                            ("river", .string(figure.river.zh)), ("subject", .string(figure.subject.zh)),
                            ("published_fen", .integer(figure.published.count)),
                            ("computed_fen", figure.computed.map { .integer($0.count) }),
                            ("equal", .bool(figure.isEqual)), ("source", .string(figure.source)),
                        ])
                    })
            ),
            (
                "sums",
                .array(
                    sums.map { .members([("name", .string($0.name.zh)), ("amount_fen", .integer($0.amount.count))]) })
            ), ("settlements_with_one_digest", .integer(Int64(settlements))),
            ("ledger_findings", .integer(Int64(findings))), ("folder", .string(folder)),
        ])
    }

    public func text(_ language: Language) -> String {
        let titles = [
            Bilingual(zh: "河流", en: "river"), Bilingual(zh: "付款方 → 收款方", en: "payer → payee"),
            Bilingual(zh: "已公布", en: "published"), Bilingual(zh: "算得", en: "computed"),
            Bilingual(zh: "相等", en: "equal"), Bilingual(zh: "如何算得", en: "computed by"),
            Bilingual(zh: "公布于", en: "published at"),
        ].map { $0(language) }
        let rows = figures.map { figure in
            [
                figure.river(language), figure.subject(language), MoneyWording.amount(figure.published, language),
                figure.computed.map { MoneyWording.amount($0, language) } ?? "-",
                (figure.isEqual ? Bilingual(zh: "是", en: "yes") : Bilingual(zh: "否", en: "NO"))(language),
                figure.means(language), figure.source,
            ]
        }
        let zero = sums.map { [$0.name(language), MoneyWording.amount($0.amount, language)] }
        let sumTitles = [Bilingual(zh: "合计应为零", en: "must sum to zero"), Bilingual(zh: "合计", en: "sum")]
        let close = Bilingual(
            zh: "\(settlements) 项核算结果在所有可见节点上已记账、摘要相同；台账核对问题 \(findings) 处。",
            en:
                "\(settlements) settlements are recorded with one digest at every node that sees them; findings against the ledger: \(findings)."
        )
        return [
            TextTable.rendered(titles, rightAligned: [2, 3], rows: rows),
            TextTable.rendered(sumTitles.map { $0(language) }, rightAligned: [1], rows: zero), close(language),
        ].joined(separator: "\n\n") + "\n"
    }
}
