public import Compensation
import Federation

/// How an amount comes about, in words, with the newest settlement as the example.
public struct MethodContent: PageContent {
    private let example: SettlementSummary?

    /// - Parameter example: the newest settlement that has a result.
    public init(example: SettlementSummary?) { self.example = example }

    public let title = Bilingual(zh: "怎样计算", en: "How it is calculated")
    public let path = ["method"]

    private static let steps: [(Bilingual, Bilingual)] = [
        (
            Bilingual(zh: "监测", en: "Readings"),
            Bilingual(
                zh: "断面的监测数据由登记的来源写入签名日志。记录之后不能改动；更正是一条新的记录，写明原值和理由，并须对方确认。",
                en:
                    "What is measured at a section goes into a signed log. It is never changed there: a correction is a new entry that names the old value and the reason, and the other party has to endorse it."
            )
        ),
        (
            Bilingual(zh: "水质类别", en: "Water class"),
            Bilingual(
                zh: "按《地表水环境质量标准》（GB 3838-2002）表 1 评价，取最差一项的类别。均值不修约；低于检出限的按协议约定取值，通常取检出限的一半。",
                en:
                    "By GB 3838-2002 table 1, the worst item decides. Means are not rounded; what lies below the detection limit counts as the agreement says, as a rule with half the limit."
            )
        ),
        (
            Bilingual(zh: "核算", en: "Computation"),
            Bilingual(
                zh: "协议的文本里写着节点据以计算的规则。各方节点用精确的分数计算，不用浮点数，只在协议写明之处修约，所以金额一致到分。",
                en:
                    "The rules stand in the text of the agreement. Nodes compute with exact fractions and round only where the agreement says so; that is why amounts agree to the fen."
            )
        ),
        (
            Bilingual(zh: "提议与认可", en: "Proposal and acceptance"),
            Bilingual(
                zh: "各方把结果的摘要写入自己的日志（提议）；经办人核对后认可。结果不同时，节点指出首个不同的输入或步骤。",
                en:
                    "Each party puts the digest of its result into its own log (proposal); officials check and accept. Where results differ, nodes name the first input or step that does."
            )
        ),
        (
            Bilingual(zh: "核验与记账", en: "Verification and ledger"),
            Bilingual(
                zh: "中央节点用自己保存的副本重新计算。一致的，记入台账：一方扣减，一方奖励，合计为零。中央节点不能替各方作主：没有各方认可的结果，核验无效。",
                en:
                    "The centre computes again from its own copies. What agrees goes into the ledger: deducted from one, awarded to the other, sum zero. It cannot decide for the parties: a verdict on what they did not accept counts for nothing."
            )
        ),
        (
            Bilingual(zh: "年度清算", en: "Yearly clearing"),
            Bilingual(
                zh: "一年中各期的金额相抵，得出应付净额；付款与到账由双方分别记录。",
                en: "A year's amounts are netted; payment and receipt are recorded by either side.")
        ),
    ]

    public func markup(_ language: Language) -> Markup {
        .joined([
            .element(.ol) {
                Self.steps.map { name, words in
                    Markup.element(.li) {
                        Markup.element(.strong) { name(language) }
                        Bilingual(zh: "：", en: ": ")(language)
                        words(language)
                    }
                }
            },
            worked(language),
            .element(.h2) { Bilingual(zh: "水质类别的限值", en: "Limits of the water classes")(language) },
            limits(.river, Bilingual(zh: "河流", en: "Rivers"), language),
            limits(.lake, Bilingual(zh: "湖库", en: "Lakes and reservoirs"), language),
            .element(.p) {
                WaterClass.allCases.map { quality in
                    Markup.joined([ClassBadge.markup(quality, language), " "])
                }
            },
        ])
    }

    private func worked(_ language: Language) -> Markup {
        guard let example else { return .none }
        return .joined([
            .element(.h2) { Bilingual(zh: "实例", en: "A worked example")(language) },
            .element(.p) {
                Bilingual(zh: "每一步的条款、算式与结果：", en: "Every step with its article and arithmetic: ")(language)
                Markup.link(
                    PageAddress(language, example.path),
                    "\(example.settlement.terms.scheme.title(language)) \(example.settlement.key.periodText)")
            },
        ])
    }

    static let classes: [WaterClass] = [.i, .ii, .iii, .iv, .v]

    /// Items that automatic stations report, each with its unit and the limit of every class.
    static func limits(of body: BodyType, _ language: Language) -> [[String]] {
        WaterQualityStandard.gb3838.limits(bodyType: body)
            .filter { ["do", "codmn", "nh3n", "tp", "cod", "bod5"].contains($0.indicator.code) }
            .map { entry in
                let sign =
                    switch entry.requirement {
                    case .atLeast: "≥"
                    default: "≤"
                    }
                let unit = entry.indicator.unit.isEmpty ? "" : Punctuation.aside(entry.indicator.unit, language)
                return [entry.indicator.name(language) + unit]
                    + classes.map { quality in entry.limit(for: quality).map { sign + " " + $0.text } ?? "–" }
            }
    }

    private func limits(_ body: BodyType, _ name: Bilingual, _ language: Language) -> Markup {
        DataTable(
            Bilingual(zh: "\(name.zh)（GB 3838-2002 表 1，摘录）", en: "\(name.en) (GB 3838-2002 table 1, excerpt)"),
            [DataTable.text("项目", "Item")]
                + Self.classes.map { DataTable.number("\($0.symbol) 类", "Class \($0.symbol)") },
            rows: Self.limits(of: body, language).map { cells in cells.map { Markup($0) } },
            download: Download(
                path: ["download", "limits"],
                whole: Bilingual(zh: "两类水体的限值", en: "the limits of both bodies of water"))
        ).markup(language)
    }
}
